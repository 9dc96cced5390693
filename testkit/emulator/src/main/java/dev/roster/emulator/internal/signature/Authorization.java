package dev.roster.emulator.internal.signature;

import dev.roster.emulator.internal.signature.SignatureRejectedException.Reason;
import dev.roster.emulator.internal.wire.Request;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The header in which both clouds' signatures stand. */
final class Authorization {

  private Authorization() {}

  static Matcher parts(Request request, Pattern form, String algorithm)
      throws SignatureRejectedException {
    String header = request.header("authorization").orElseThrow(Authorization::missing);
    Matcher parts = form.matcher(header);
    if (!parts.matches()) {
      throw new SignatureRejectedException(
          Reason.MALFORMED, "the Authorization header is not one of " + algorithm);
    }
    return parts;
  }

  private static SignatureRejectedException missing() {
    return new SignatureRejectedException(Reason.MISSING, "the request is not signed");
  }
}
