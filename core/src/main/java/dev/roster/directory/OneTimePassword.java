package dev.roster.directory;

import java.util.Objects;

/** A password that a service made for a new user. A secret: no text form shows it. */
public final class OneTimePassword {

  private final String value;

  private OneTimePassword(String value) {
    this.value = value;
  }

  /**
   * Wraps a password.
   *
   * @param value the password
   * @return a new secret
   */
  public static OneTimePassword of(String value) {
    return new OneTimePassword(Objects.requireNonNull(value, "password must not be null"));
  }

  /**
   * The password itself.
   *
   * @return never to be logged
   */
  public String reveal() {
    return value;
  }

  @Override
  public String toString() {
    return "OneTimePassword[hidden]";
  }
}
