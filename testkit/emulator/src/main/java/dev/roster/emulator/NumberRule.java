package dev.roster.emulator;

import dev.roster.spi.InvalidInputException;

/** The documented range of a number. */
final class NumberRule {

  private NumberRule() {}

  static int check(String name, int value, int min, int max) {
    if (value < min || value > max) {
      throw new InvalidInputException(
          "%s must be %d to %d, but is %d".formatted(name, min, max, value));
    }
    return value;
  }
}
