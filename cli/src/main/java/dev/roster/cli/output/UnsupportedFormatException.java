package dev.roster.cli.output;

/** A result cannot be written in the format that was asked for. */
public final class UnsupportedFormatException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnsupportedFormatException(OutputFormat format) {
    super(
        "this command has no --output %s: its results are no memberships and no changes of such"
            .formatted(format));
  }
}
