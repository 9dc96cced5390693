package dev.roster.aws.internal.attempt;

/** A function of the application tried to make more than one request. The second was not sent. */
public final class SecondRequestException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SecondRequestException() {
    super(
        "a native call makes one request, and its function tries to make a second one, which was"
            + " not sent: use a native call for each");
  }
}
