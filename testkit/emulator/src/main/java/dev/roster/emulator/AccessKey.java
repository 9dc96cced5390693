package dev.roster.emulator;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A key pair that an emulator accepts, for both protocols. Immutable; never shows its secret. */
public final class AccessKey {

  private final String id;
  private final String secret;
  private final @Nullable String token;

  private AccessKey(String id, String secret, @Nullable String token) {
    this.id = required(id, "access key id");
    this.secret = required(secret, "secret key");
    this.token = token;
  }

  /**
   * A lasting key pair.
   *
   * @param id the public part
   * @param secret the secret part
   * @return a key pair
   * @throws IllegalArgumentException if a part is blank
   */
  public static AccessKey of(String id, String secret) {
    return new AccessKey(id, secret, null);
  }

  /**
   * A temporary key pair, which is only accepted together with its session token.
   *
   * @param id the public part
   * @param secret the secret part
   * @param token the session token
   * @return a key pair
   * @throws IllegalArgumentException if a part is blank
   */
  public static AccessKey temporary(String id, String secret, String token) {
    return new AccessKey(id, secret, required(token, "session token"));
  }

  /**
   * The public part.
   *
   * @return never blank
   */
  public String id() {
    return id;
  }

  /**
   * The secret part, for the client under test.
   *
   * @return never blank
   */
  public String secret() {
    return secret;
  }

  /**
   * The session token, for the client under test.
   *
   * @return empty where the pair is lasting
   */
  public Optional<String> token() {
    return Optional.ofNullable(token);
  }

  /** The public part alone. */
  @Override
  public String toString() {
    return "AccessKey[" + id + "]";
  }

  private static String required(String value, String name) {
    Objects.requireNonNull(value, () -> name + " must not be null");
    if (value.isBlank()) {
      throw new IllegalArgumentException(name + " must not be blank");
    }
    return value;
  }
}
