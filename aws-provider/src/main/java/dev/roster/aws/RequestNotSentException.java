package dev.roster.aws;

import java.io.IOException;

/** The proof that the service never had the request: nobody has read of its body. */
final class RequestNotSentException extends IOException {

  private static final long serialVersionUID = 1L;

  RequestNotSentException(IOException cause) {
    super("the request was not sent: " + cause.getMessage(), cause);
  }
}
