package dev.roster.huawei.internal.credentials;

import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.internal.json.JsonTrees;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.JsonNode;

/** The forms of documents with temporary keys. */
enum KeyDocument {

  /** That of the metadata service and of IAM. */
  OF_IAM("credential", "access", "secret", "securitytoken", "expires_at"),

  /** That of STS. */
  OF_STS("credentials", "access_key_id", "secret_access_key", "security_token", "expiration");

  private final String object;
  private final String accessKey;
  private final String secretKey;
  private final String securityToken;
  private final String expiry;

  KeyDocument(
      String object, String accessKey, String secretKey, String securityToken, String expiry) {
    this.object = object;
    this.accessKey = accessKey;
    this.secretKey = secretKey;
    this.securityToken = securityToken;
    this.expiry = expiry;
  }

  /**
   * Reads the keys.
   *
   * @throws IllegalArgumentException if it is no such document; no part of it is shown
   */
  HuaweiCredentials read(byte[] document) {
    try {
      return credentials(JsonTrees.read(document).path(object));
    } catch (IllegalArgumentException | DateTimeException malformed) {
      throw new IllegalArgumentException("the document with the keys cannot be understood");
    }
  }

  private HuaweiCredentials credentials(JsonNode keys) {
    return HuaweiCredentials.of(text(keys, accessKey), text(keys, secretKey))
        .withSecurityToken(text(keys, securityToken))
        .withExpiry(instant(text(keys, expiry)));
  }

  /** The text carries its own zone; the JVM's default zone has no part in it. */
  private static Instant instant(String text) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
  }

  private static String text(JsonNode keys, String name) {
    return keys.path(name).stringValue("");
  }
}
