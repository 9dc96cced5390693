package dev.roster.aws.internal.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The proof that the service never had the request: no part of its body was read. */
public final class RequestNotSentException extends IOException {

  private static final long serialVersionUID = 1L;

  private final @Nullable String proxy;

  public RequestNotSentException(IOException cause) {
    this(cause, null);
  }

  /**
   * Makes the proof.
   *
   * @param proxy the proxy that the request was to pass, if the system's settings name one
   */
  public RequestNotSentException(IOException cause, @Nullable String proxy) {
    super("the request was not sent: " + cause.getMessage(), cause);
    this.proxy = proxy;
  }

  public @Nullable String proxy() {
    return proxy;
  }
}
