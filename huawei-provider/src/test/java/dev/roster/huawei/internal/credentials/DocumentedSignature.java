package dev.roster.huawei.internal.credentials;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.roster.huawei.HuaweiCredentials;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The signature of a request as the service documents it, and not as the code computes it. */
final class DocumentedSignature {

  private DocumentedSignature() {}

  /** The header {@code Authorization} of a request that carries no token. */
  static String authorization(LoggedRequest request, String path, HuaweiCredentials keys)
      throws GeneralSecurityException {
    return authorization(request, path, keys, List.of("host", "x-sdk-date"));
  }

  /** The same of a request that carries the token of temporary keys. */
  static String authorizationWithToken(LoggedRequest request, String path, HuaweiCredentials keys)
      throws GeneralSecurityException {
    return authorization(request, path, keys, List.of("host", "x-sdk-date", "x-security-token"));
  }

  private static String authorization(
      LoggedRequest request, String path, HuaweiCredentials keys, List<String> names)
      throws GeneralSecurityException {
    String signed = String.join(";", names);
    StringBuilder headers = new StringBuilder();
    for (String name : names) {
      headers.append(name).append(':').append(request.getHeader(name)).append('\n');
    }
    String canonical =
        "POST\n%s/\n\n%s\n%s\n%s"
            .formatted(path, headers, signed, sha256(request.getBodyAsString()));
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(keys.secretKey().getBytes(UTF_8), "HmacSHA256"));
    String toSign =
        "SDK-HMAC-SHA256\n%s\n%s".formatted(request.getHeader("X-Sdk-Date"), sha256(canonical));
    return "SDK-HMAC-SHA256 Access=%s, SignedHeaders=%s, Signature=%s"
        .formatted(
            keys.accessKey(),
            signed,
            HexFormat.of().formatHex(mac.doFinal(toSign.getBytes(UTF_8))));
  }

  private static String sha256(String text) throws GeneralSecurityException {
    return HexFormat.of()
        .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
  }
}
