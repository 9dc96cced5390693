package dev.roster.huawei.internal.credentials;

import dev.roster.huawei.HuaweiCredentials;
import org.jspecify.annotations.Nullable;

/** Builds credentials from named texts, wherever they are kept. */
final class CredentialsFields {

  private final Environment texts;

  CredentialsFields(Environment texts) {
    this.texts = texts;
  }

  HuaweiCredentials read(
      String where, String accessKey, String secretKey, String securityToken, String projectId) {
    try {
      HuaweiCredentials keys =
          HuaweiCredentials.of(required(where, accessKey), required(where, secretKey));
      String token = optional(securityToken);
      HuaweiCredentials withToken = token == null ? keys : keys.withSecurityToken(token);
      String project = optional(projectId);
      return project == null ? withToken : withToken.withProjectId(project);
    } catch (IllegalArgumentException malformed) {
      throw new MissingCredentialsException(where + ": " + malformed.getMessage());
    }
  }

  private String required(String where, String name) {
    String value = optional(name);
    if (value == null) {
      throw new MissingCredentialsException("%s: %s is not set".formatted(where, name));
    }
    return value;
  }

  /** The text, if there is one that is not blank. */
  @Nullable String optional(String name) {
    String value = texts.get(name);
    return value == null || value.isBlank() ? null : value.strip();
  }
}
