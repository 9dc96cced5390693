package dev.roster.huawei.internal.json;

import org.jspecify.annotations.Nullable;

/** What a response must say, and must say as it was asked. */
public final class RequiredValue {

  private RequiredValue() {}

  /** The same id in upper or lower case is the same id. */
  public static void same(String what, String asked, @Nullable String given)
      throws InvalidResponseException {
    if (given != null && !given.equalsIgnoreCase(asked)) {
      throw new InvalidResponseException(
          "the response is about another %s than asked".formatted(what));
    }
  }

  public static String of(@Nullable String value, String name) throws InvalidResponseException {
    if (value == null) {
      throw new InvalidResponseException("the response has no " + name);
    }
    return value;
  }
}
