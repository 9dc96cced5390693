package dev.roster.spring;

import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A pair of keys, for either cloud. Immutable; {@link #toString()} shows no part of a secret. */
public final class RosterKeys {

  private final String accessKey;
  private final String secretKey;
  private final @Nullable String token;

  private RosterKeys(String accessKey, String secretKey, @Nullable String token) {
    this.accessKey = Objects.requireNonNull(accessKey, "access key must not be null");
    this.secretKey = Objects.requireNonNull(secretKey, "secret key must not be null");
    this.token = token;
  }

  /**
   * A permanent pair of keys.
   *
   * @param accessKey the access key
   * @param secretKey the secret key
   * @return new keys
   */
  public static RosterKeys of(String accessKey, String secretKey) {
    return new RosterKeys(accessKey, secretKey, null);
  }

  /**
   * These keys as temporary ones.
   *
   * @param securityToken the session or security token that came with them
   * @return new keys
   */
  public RosterKeys withToken(String securityToken) {
    return new RosterKeys(
        accessKey, secretKey, Objects.requireNonNull(securityToken, "token must not be null"));
  }

  /**
   * The access key.
   *
   * @return never null
   */
  public String accessKey() {
    return accessKey;
  }

  /**
   * The secret key.
   *
   * @return never null; a secret
   */
  public String secretKey() {
    return secretKey;
  }

  /**
   * The token of temporary keys.
   *
   * @return empty for permanent keys; a secret
   */
  public Optional<String> token() {
    return Optional.ofNullable(token);
  }

  @Override
  public String toString() {
    return "RosterKeys[%s]".formatted(token == null ? "permanent" : "temporary");
  }
}
