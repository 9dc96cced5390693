package dev.roster.huawei.internal.signing;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** SDK-HMAC-SHA256: one HMAC over a hash of the canonical request, keyed with the secret key. */
public final class RequestSigner {

  static final String ALGORITHM = "SDK-HMAC-SHA256";

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

  private RequestSigner() {}

  /** The value of {@code X-Sdk-Date}. */
  public static String date(Instant time) {
    if (!SigningClock.canBeSigned(time)) {
      throw new IllegalArgumentException(
          "no signature can carry the time %s: set this machine's clock".formatted(time));
    }
    return DATE.format(time);
  }

  /** The value of {@code Authorization}. */
  public static String authorization(
      CanonicalRequest request, String date, String accessKey, String secretKey) {
    String signature = signature(stringToSign(request, date), secretKey);
    String headers = request.signedHeaders();
    String access = ALGORITHM + " Access=" + accessKey;
    return access + ", SignedHeaders=" + headers + ", Signature=" + signature;
  }

  static String stringToSign(CanonicalRequest request, String date) {
    return String.join(
        "\n", ALGORITHM, date, CanonicalRequest.sha256(request.text().getBytes(UTF_8)));
  }

  private static String signature(String stringToSign, String secretKey) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secretKey.getBytes(UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(mac.doFinal(stringToSign.getBytes(UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
    }
  }
}
