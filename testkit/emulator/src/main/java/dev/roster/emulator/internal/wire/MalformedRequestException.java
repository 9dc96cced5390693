package dev.roster.emulator.internal.wire;

/** What arrives is no request that HTTP/1.1 allows, so that no protocol gets to see it. */
final class MalformedRequestException extends Exception {

  static final int BAD_REQUEST = 400;
  static final int TIMED_OUT = 408;
  static final int HEAD_TOO_LARGE = 431;
  static final int NO_ROOM = 503;
  static final int OTHER_VERSION = 505;

  private static final long serialVersionUID = 1L;

  private final int status;

  MalformedRequestException(int status, String message) {
    super(message);
    this.status = status;
  }

  static MalformedRequestException malformed(String message) {
    return new MalformedRequestException(BAD_REQUEST, message);
  }

  static MalformedRequestException timedOut() {
    return new MalformedRequestException(TIMED_OUT, "the rest of the request did not come");
  }

  Response response() {
    return Response.text(status, String.valueOf(getMessage()))
        .header("Content-Type", "text/plain; charset=utf-8");
  }
}
