package dev.roster.memory.internal.state;

import java.util.HexFormat;
import java.util.OptionalLong;

/** Identifiers that have the form of the real ones, look made up, and are the same in every run. */
public enum FakeIds {
  MEMBERSHIPS("fa4e0001-0000-4000-8000-"),
  GROUPS("fa4e0002-0000-4000-8000-"),
  USERS("fa4e0003-0000-4000-8000-");

  private static final HexFormat HEX = HexFormat.of();
  private static final int DIGITS = 12;

  private final String prefix;

  FakeIds(String prefix) {
    this.prefix = prefix;
  }

  public String of(long number) {
    return prefix + HEX.toHexDigits(number, DIGITS);
  }

  /** The number that an identifier was made from; empty where this did not make it. */
  OptionalLong number(String id) {
    if (!id.startsWith(prefix) || id.length() != prefix.length() + DIGITS) {
      return OptionalLong.empty();
    }
    try {
      long number = HexFormat.fromHexDigitsToLong(id, prefix.length(), id.length());
      return of(number).equals(id) ? OptionalLong.of(number) : OptionalLong.empty();
    } catch (NumberFormatException notHexadecimal) {
      return OptionalLong.empty();
    }
  }
}
