package dev.roster.examples.lines;

import java.io.IOException;

/** There was no connection, so that surely nothing was sent. */
final class NotSentException extends IOException {

  private static final long serialVersionUID = 1L;

  NotSentException(IOException cause) {
    super("no connection to the line directory", cause);
  }
}
