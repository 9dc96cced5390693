package dev.roster.huawei;

import dev.roster.huawei.internal.credentials.PrintableText;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What signs a request: an access key and its secret key; for temporary keys also a security token
 * and, where known, the time of their end. Immutable; made with {@link #of} and the {@code with}
 * methods. {@link #toString()} shows no part of a secret.
 *
 * <p>Every text is 1 to 4,096 printable ASCII characters without spaces, since all but the secret
 * key travel in headers; anything else is an {@link IllegalArgumentException} that does not repeat
 * the text.
 */
public final class HuaweiCredentials {

  private final String accessKey;
  private final String secretKey;
  private final @Nullable String securityToken;
  private final @Nullable String projectId;
  private final @Nullable Instant expiresAt;

  private HuaweiCredentials(
      String accessKey,
      String secretKey,
      @Nullable String securityToken,
      @Nullable String projectId,
      @Nullable Instant expiresAt) {
    this.accessKey = accessKey;
    this.secretKey = secretKey;
    this.securityToken = securityToken;
    this.projectId = projectId;
    this.expiresAt = expiresAt;
  }

  /**
   * A permanent pair of keys.
   *
   * @param accessKey the access key (AK)
   * @param secretKey the secret key (SK); never sent, it only signs
   * @return new credentials
   */
  public static HuaweiCredentials of(String accessKey, String secretKey) {
    return new HuaweiCredentials(
        PrintableText.require(accessKey, "access key"),
        PrintableText.require(secretKey, "secret key"),
        null,
        null,
        null);
  }

  /**
   * These keys as temporary ones.
   *
   * @param token what came with them; sent and signed as {@code X-Security-Token}
   * @return new credentials
   */
  public HuaweiCredentials withSecurityToken(String token) {
    return new HuaweiCredentials(
        accessKey, secretKey, PrintableText.require(token, "security token"), projectId, expiresAt);
  }

  /**
   * These keys within a project. The service does not document that it needs one.
   *
   * @param id the project's id; sent and signed as {@code X-Project-Id}
   * @return new credentials
   */
  public HuaweiCredentials withProjectId(String id) {
    return new HuaweiCredentials(
        accessKey, secretKey, securityToken, PrintableText.require(id, "project id"), expiresAt);
  }

  /**
   * These keys with an end.
   *
   * @param end when the service stops accepting them
   * @return new credentials
   */
  public HuaweiCredentials withExpiry(Instant end) {
    return new HuaweiCredentials(
        accessKey,
        secretKey,
        securityToken,
        projectId,
        Objects.requireNonNull(end, "end must not be null"));
  }

  /**
   * The access key.
   *
   * @return never blank
   */
  public String accessKey() {
    return accessKey;
  }

  /**
   * The secret key.
   *
   * @return never blank; a secret
   */
  public String secretKey() {
    return secretKey;
  }

  /**
   * The token of temporary keys.
   *
   * @return empty for permanent keys; a secret
   */
  public Optional<String> securityToken() {
    return Optional.ofNullable(securityToken);
  }

  /**
   * The project.
   *
   * @return empty where none was given
   */
  public Optional<String> projectId() {
    return Optional.ofNullable(projectId);
  }

  /**
   * When the service stops accepting these keys.
   *
   * @return empty for permanent keys, and where the end is not known
   */
  public Optional<Instant> expiresAt() {
    return Optional.ofNullable(expiresAt);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof HuaweiCredentials that
        && accessKey.equals(that.accessKey)
        && secretKey.equals(that.secretKey)
        && Objects.equals(securityToken, that.securityToken)
        && Objects.equals(projectId, that.projectId)
        && Objects.equals(expiresAt, that.expiresAt);
  }

  @Override
  public int hashCode() {
    return Objects.hash(accessKey, securityToken, projectId, expiresAt);
  }

  /** Says only what kind of keys these are and until when they last. */
  @Override
  public String toString() {
    return "HuaweiCredentials[%s, expiresAt=%s]"
        .formatted(securityToken == null ? "permanent keys" : "temporary keys", expiresAt);
  }
}
