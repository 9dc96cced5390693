package dev.roster.emulator.internal.huawei;

import dev.roster.emulator.AlternativeBehavior;
import java.util.Set;

/** The error codes of the service and of the gateway before it, with their statuses and words. */
enum ErrorNumber {
  INVALID(400, Origin.SERVICE, "400", "Bad Request: %s."),
  INVALID_MARKER(400, Origin.SERVICE, "400", "Bad Request: invalid marker: %s."),
  NOT_FOUND(404, Origin.SERVICE, "404", "Not Found: %s."),
  NOT_FOUND_AS_INVALID(404, Origin.SERVICE, "400", "Bad Request: %s."),
  DENIED(403, Origin.SERVICE, "1000", "No permission for action: %s."),
  OVER_QUOTA(403, Origin.SERVICE, "1003", "Bad Request: %s."),
  CONCURRENT(409, Origin.SERVICE, "1006", "Concurrency conflicts. Try again later."),
  CONFLICT(409, Origin.SERVICE, "1007", "Data modification failed: %s."),
  CONFLICT_OF_UNKNOWN_NUMBER(409, Origin.SERVICE, "1899", "Data modification failed: %s."),
  FAILED(500, Origin.SERVICE, "500", "Internal Server Error: %s."),
  UNAVAILABLE(503, Origin.SERVICE, "503", "Service Unavailable: %s."),
  NO_SUCH_API(404, Origin.GATEWAY, "0101", "The API does not exist."),
  TOO_LARGE(413, Origin.GATEWAY, "0201", "Request entity too large: %s."),
  UNAUTHENTICATED(401, Origin.GATEWAY, "0301", "IAM authentication failed: %s."),
  SIGNATURE_EXPIRED(
      401, Origin.GATEWAY, "0301", "IAM authentication failed: Signature expired: %s."),
  THROTTLED(429, Origin.GATEWAY, "0308", "The throttling threshold has been reached: %s.");

  private enum Origin {
    SERVICE,
    GATEWAY
  }

  private final int status;
  private final Origin origin;
  private final String number;
  private final String form;

  ErrorNumber(int status, Origin origin, String number, String form) {
    this.status = status;
    this.origin = origin;
    this.number = number;
    this.form = form;
  }

  int status() {
    return status;
  }

  String text(Set<AlternativeBehavior> behaviors) {
    return prefix(behaviors) + '.' + number;
  }

  String message(String detail) {
    return form.formatted(detail);
  }

  private String prefix(Set<AlternativeBehavior> behaviors) {
    if (origin == Origin.GATEWAY) {
      return behaviors.contains(AlternativeBehavior.HUAWEI_PREFIX_APIG) ? "APIG" : "APIGW";
    }
    return behaviors.contains(AlternativeBehavior.HUAWEI_PREFIX_IDENTITY_CENTER)
        ? "IdentityCenter"
        : "IIC";
  }
}
