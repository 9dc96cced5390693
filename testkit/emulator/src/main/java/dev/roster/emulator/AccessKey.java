package dev.roster.emulator;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A key pair that an emulator accepts, for both protocols. Immutable; never shows its secret. */
public final class AccessKey {

  private final String id;
  private final String secret;
  private final @Nullable String token;
  private final @Nullable Instant expiresAt;

  private AccessKey(String id, String secret, @Nullable String token, @Nullable Instant expiresAt) {
    this.id = required(id, "access key id");
    this.secret = required(secret, "secret key");
    this.token = token;
    this.expiresAt = expiresAt;
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
    return new AccessKey(id, secret, null, null);
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
    return new AccessKey(id, secret, required(token, "session token"), null);
  }

  /**
   * This temporary key pair, which is only accepted before a time.
   *
   * @param at the time, by the emulator's clock
   * @return another key pair
   * @throws IllegalStateException if the pair is lasting
   */
  public AccessKey expiringAt(Instant at) {
    if (token == null) {
      throw new IllegalStateException("a lasting key pair has no session token that could expire");
    }
    return new AccessKey(id, secret, token, Objects.requireNonNull(at, "time must not be null"));
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

  /**
   * From when on the pair is no longer accepted.
   *
   * @return empty where it does not expire
   */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
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
