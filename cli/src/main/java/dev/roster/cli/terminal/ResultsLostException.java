package dev.roster.cli.terminal;

import java.io.IOException;

/** Results cannot be written any more. */
public final class ResultsLostException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ResultsLostException(IOException cause) {
    super("the results cannot be written: " + cause.getMessage(), cause);
  }

  /** {@return whether the reader has seen enough and left, as {@code head} does} */
  public boolean isReaderGone() {
    Throwable cause = getCause();
    String message = cause == null ? "" : String.valueOf(cause.getMessage());
    return message.contains("Broken pipe") || message.contains("Pipe closed");
  }
}
