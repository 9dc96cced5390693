package dev.roster.cli.commands;

/** A command cannot go on, for a reason that its message says. */
final class FailedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  FailedException(String message) {
    super(message);
  }
}
