package dev.roster.cli.commands;

/** Something that was not allowed; nothing was changed. */
final class RefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RefusedException(String message) {
    super(message);
  }
}
