package dev.roster.examples.lines;

import java.io.IOException;

/** The service understood a request and refused it. */
public final class LineRefusalException extends IOException {

  private static final long serialVersionUID = 1L;

  private final String code;
  private final String requestId;
  private final String seconds;

  LineRefusalException(String code, String requestId, String seconds) {
    super("the line directory refused: " + code);
    this.code = code;
    this.requestId = requestId;
    this.seconds = seconds;
  }

  /**
   * The service's own code.
   *
   * @return for example {@code slow-down}
   */
  public String code() {
    return code;
  }

  String requestId() {
    return requestId;
  }

  /** How long the service asks to wait; empty where it does not say. */
  String seconds() {
    return seconds;
  }
}
