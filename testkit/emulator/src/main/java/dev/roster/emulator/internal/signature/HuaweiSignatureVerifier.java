package dev.roster.emulator.internal.signature;

import dev.roster.emulator.AccessKey;
import dev.roster.emulator.internal.signature.SignatureRejectedException.Reason;
import dev.roster.emulator.internal.wire.Request;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Recomputes an SDK-HMAC-SHA256 signature from the request as it came. Written from the description
 * of the algorithm; shares no code with a signer.
 */
public final class HuaweiSignatureVerifier implements SignatureVerifier {

  private static final String ALGORITHM = "SDK-HMAC-SHA256";
  private static final String DATE_HEADER = "x-sdk-date";
  private static final String HASH_HEADER = "x-sdk-content-sha256";
  private static final String UNSIGNED_BODY = "UNSIGNED-PAYLOAD";
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          ALGORITHM + " Access=([^,\\s]+), SignedHeaders=([^,\\s]+), Signature=([0-9a-f]{64})");

  private final AccessKeys keys;
  private final InstantSource clock;

  public HuaweiSignatureVerifier(AccessKeys keys, InstantSource clock) {
    this.keys = keys;
    this.clock = clock;
  }

  @Override
  public void verify(Request request) throws SignatureRejectedException {
    Matcher parts = Authorization.parts(request, AUTHORIZATION, ALGORITHM);
    AccessKey key =
        keys.require(parts.group(1), request.header("x-security-token"), clock.instant());
    String date = required(request, DATE_HEADER);
    SigningTime.check(date, clock);
    List<String> signed = List.of(parts.group(2).split(";"));
    if (!signed.contains(DATE_HEADER) || new HashSet<>(signed).size() < signed.size()) {
      throw new SignatureRejectedException(
          Reason.MISMATCH, DATE_HEADER + " must be signed, and each header only once");
    }
    String toSign =
        String.join("\n", ALGORITHM, date, Digests.sha256(canonicalRequest(request, signed)));
    byte[] secret = key.secret().getBytes(StandardCharsets.UTF_8);
    AccessKeys.requireSame(Digests.hex(Digests.hmac(secret, toSign)), parts.group(3));
  }

  private static String canonicalRequest(Request request, List<String> signed)
      throws SignatureRejectedException {
    StringBuilder headers = new StringBuilder();
    for (String name : signed) {
      headers.append(name).append(':').append(required(request, name).strip()).append('\n');
    }
    return String.join(
        "\n",
        request.method(),
        CanonicalTarget.path(request.path()),
        CanonicalTarget.query(request.query()),
        headers,
        String.join(";", signed),
        payloadHash(request));
  }

  /** A hash that the client states counts, but only if it is true or says that there is none. */
  private static String payloadHash(Request request) throws SignatureRejectedException {
    String actual = Digests.sha256(request.body());
    String claimed = request.header(HASH_HEADER).orElse(actual);
    if (!claimed.equals(actual) && !claimed.equals(UNSIGNED_BODY)) {
      throw new SignatureRejectedException(
          Reason.MISMATCH, "the body is not the one that was signed");
    }
    return claimed;
  }

  private static String required(Request request, String name) throws SignatureRejectedException {
    return request
        .header(name)
        .orElseThrow(
            () ->
                new SignatureRejectedException(
                    Reason.MISMATCH, "the header " + name + " is missing"));
  }
}
