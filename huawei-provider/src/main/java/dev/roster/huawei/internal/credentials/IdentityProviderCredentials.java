package dev.roster.huawei.internal.credentials;

import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiCredentialsProvider;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * Exchanges the ID token of an OpenID Connect identity provider for a token of IAM, and that for
 * temporary keys. The file with the ID token is read each time: whoever writes it replaces it.
 */
public final class IdentityProviderCredentials implements HuaweiCredentialsProvider {

  private static final String TOKENS_PATH = "/v3.0/OS-AUTH/id-token/tokens";

  /** Far more than an ID token has; a wrong file is not read to its end. */
  private static final int LONGEST_FILE = 64 * 1024;

  private final IamExchange iam;
  private final String identityProvider;
  private final Path idTokenFile;
  private final Duration duration;

  public IdentityProviderCredentials(
      IamExchange iam, String identityProvider, Path idTokenFile, Duration duration) {
    this.iam = iam;
    this.identityProvider = identityProvider;
    this.idTokenFile = idTokenFile;
    this.duration = duration;
  }

  @Override
  public HuaweiCredentials credentials() {
    return iam.keys(
        what(), IamExchange.KEYS_PATH, keysBody(token(idToken())), Map.of(), KeyDocument.OF_IAM);
  }

  private String what() {
    return "identity provider '%s'".formatted(identityProvider);
  }

  private String token(String idToken) {
    byte[] body =
        IamExchange.object(
            json -> {
              json.writeObjectPropertyStart("auth");
              json.writeObjectPropertyStart("id_token");
              json.writeStringProperty("id", idToken);
              json.writeEndObject();
              json.writeEndObject();
            });
    String token =
        iam.post(what(), TOKENS_PATH, body, Map.of("X-Idp-Id", identityProvider)).subjectToken();
    if (token == null) {
      throw IamExchange.missing(what(), "IAM sent no token");
    }
    return token;
  }

  private byte[] keysBody(String token) {
    return IamExchange.object(
        json -> {
          json.writeObjectPropertyStart("auth");
          json.writeObjectPropertyStart("identity");
          json.writeArrayPropertyStart("methods");
          json.writeString("token");
          json.writeEndArray();
          json.writeObjectPropertyStart("token");
          json.writeStringProperty("id", token);
          json.writeNumberProperty("duration_seconds", duration.toSeconds());
          json.writeEndObject();
          json.writeEndObject();
          json.writeEndObject();
        });
  }

  private String idToken() {
    try {
      String text = FileText.read(idTokenFile, LONGEST_FILE).strip();
      if (text.isEmpty()) {
        throw IamExchange.missing(what(), "the file with the ID token is empty");
      }
      return text;
    } catch (IOException unreadable) {
      throw IamExchange.missing(
          what(),
          "the file with the ID token cannot be read (%s)"
              .formatted(unreadable.getClass().getSimpleName()));
    }
  }
}
