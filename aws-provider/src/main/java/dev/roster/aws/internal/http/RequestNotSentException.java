package dev.roster.aws.internal.http;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The proof that the service never had the request: no part of its body was read. */
public final class RequestNotSentException extends IOException {

  private static final long serialVersionUID = 1L;

  private final @Nullable NamedProxy proxy;

  public RequestNotSentException(IOException cause) {
    this(cause, null);
  }

  /**
   * Makes the proof.
   *
   * @param proxy the proxy that the request was to pass, if it is known
   */
  public RequestNotSentException(IOException cause, @Nullable NamedProxy proxy) {
    super("the request was not sent: " + cause.getMessage(), cause);
    this.proxy = proxy;
  }

  public @Nullable NamedProxy proxy() {
    return proxy;
  }
}
