package dev.roster.examples.lines;

import java.io.IOException;

/** Something answered, but not as the protocol says; what was asked for may have been done. */
final class UnreadableResponseException extends IOException {

  private static final long serialVersionUID = 1L;

  UnreadableResponseException(String message) {
    super(message);
  }
}
