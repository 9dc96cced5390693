package dev.roster.huawei.internal.credentials;

import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.internal.json.JsonTrees;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.JsonNode;

/** The document with temporary keys that the metadata service and IAM have in common. */
final class KeyDocument {

  private KeyDocument() {}

  /**
   * Reads the keys.
   *
   * @throws IllegalArgumentException if it is no such document; no part of it is shown
   */
  static HuaweiCredentials read(byte[] document) {
    try {
      return credentials(JsonTrees.read(document).path("credential"));
    } catch (IllegalArgumentException | DateTimeException malformed) {
      throw new IllegalArgumentException("the document with the keys cannot be understood");
    }
  }

  private static HuaweiCredentials credentials(JsonNode credential) {
    return HuaweiCredentials.of(text(credential, "access"), text(credential, "secret"))
        .withSecurityToken(text(credential, "securitytoken"))
        .withExpiry(instant(text(credential, "expires_at")));
  }

  /** The text carries its own zone; the JVM's default zone has no part in it. */
  private static Instant instant(String text) {
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.parse(text, Instant::from);
  }

  private static String text(JsonNode credential, String name) {
    return credential.path(name).stringValue("");
  }
}
