package dev.roster.emulator.internal.signature;

import dev.roster.emulator.AccessKey;
import dev.roster.emulator.internal.signature.SignatureRejectedException.Reason;
import dev.roster.emulator.internal.wire.Request;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Recomputes an AWS Signature Version 4 from the request as it came. Written from the public
 * description of the algorithm; shares no code with a signer.
 */
public final class AwsSignatureVerifier implements SignatureVerifier {

  private static final String ALGORITHM = "AWS4-HMAC-SHA256";
  private static final String SERVICE = "identitystore";
  private static final String DATE_HEADER = "x-amz-date";
  private static final Pattern AUTHORIZATION =
      Pattern.compile(
          ALGORITHM
              + " Credential=([^/,\\s]+)/(\\d{8})/([^/,\\s]+)/([^/,\\s]+)/aws4_request"
              + ",\\s*SignedHeaders=([^,\\s]+),\\s*Signature=([0-9a-f]{64})");

  private final AccessKeys keys;
  private final InstantSource clock;
  private final Predicate<String> regions;

  /**
   * Makes a verifier.
   *
   * @param regions which regions a credential scope may name
   */
  public AwsSignatureVerifier(AccessKeys keys, InstantSource clock, Predicate<String> regions) {
    this.keys = keys;
    this.clock = clock;
    this.regions = regions;
  }

  @Override
  public void verify(Request request) throws SignatureRejectedException {
    Matcher parts = Authorization.parts(request, AUTHORIZATION, ALGORITHM);
    AccessKey key =
        keys.require(parts.group(1), request.header("x-amz-security-token"), clock.instant());
    String date = required(request, DATE_HEADER);
    checkScope(parts, date);
    SigningTime.check(date, clock);
    List<String> signed = List.of(parts.group(5).split(";"));
    requireSigned(signed, request);
    String scope = "%s/%s/%s/aws4_request".formatted(parts.group(2), parts.group(3), SERVICE);
    String toSign =
        String.join(
            "\n", ALGORITHM, date, scope, Digests.sha256(canonicalRequest(request, signed)));
    String expected = Digests.hex(Digests.hmac(signingKey(key, parts), toSign));
    AccessKeys.requireSame(expected, parts.group(6));
  }

  private void checkScope(Matcher parts, String date) throws SignatureRejectedException {
    requireRegion(parts.group(3));
    if (!parts.group(4).equals(SERVICE) || !date.startsWith(parts.group(2))) {
      throw new SignatureRejectedException(
          Reason.WRONG_SCOPE, "the credential scope must name the day and service " + SERVICE);
    }
  }

  private void requireRegion(String region) throws SignatureRejectedException {
    if (!regions.test(region)) {
      throw new SignatureRejectedException(
          Reason.WRONG_SCOPE,
          "the credential should be scoped to a valid region, not to '%s'".formatted(region));
    }
  }

  private static void requireSigned(List<String> signed, Request request)
      throws SignatureRejectedException {
    if (!signed.contains("host") || new HashSet<>(signed).size() < signed.size()) {
      throw new SignatureRejectedException(
          Reason.MISMATCH, "'host' must be a SignedHeader, and each header only once");
    }
    Optional<String> unsigned =
        request.headerNames().stream()
            .filter(name -> name.startsWith("x-amz-") && !signed.contains(name))
            .findFirst();
    if (unsigned.isPresent()) {
      throw new SignatureRejectedException(
          Reason.MISMATCH, "'%s' must be a SignedHeader".formatted(unsigned.get()));
    }
  }

  private static String canonicalRequest(Request request, List<String> signed)
      throws SignatureRejectedException {
    StringBuilder headers = new StringBuilder();
    for (String name : signed) {
      String value = required(request, name).strip().replaceAll(" +", " ");
      headers.append(name).append(':').append(value).append('\n');
    }
    return String.join(
        "\n",
        request.method(),
        request.path(),
        request.query(),
        headers,
        signed.stream().collect(Collectors.joining(";")),
        payloadHash(request));
  }

  private static String payloadHash(Request request) throws SignatureRejectedException {
    String actual = Digests.sha256(request.body());
    Optional<String> claimed = request.header("x-amz-content-sha256");
    if (claimed.isPresent() && !claimed.get().equals(actual)) {
      throw new SignatureRejectedException(
          Reason.MISMATCH, "the body is not the one that was signed");
    }
    return actual;
  }

  private static byte[] signingKey(AccessKey key, Matcher parts) {
    byte[] start = ("AWS4" + key.secret()).getBytes(StandardCharsets.UTF_8);
    byte[] day = Digests.hmac(start, parts.group(2));
    byte[] region = Digests.hmac(day, parts.group(3));
    return Digests.hmac(Digests.hmac(region, SERVICE), "aws4_request");
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
