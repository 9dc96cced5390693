package dev.roster;

import java.util.Objects;

/** What a check looks at; each is one finding of a {@link CheckReport}. */
public enum CheckArea {
  /** The store's id, the region and the address of the service. */
  CONFIGURATION,
  /** Whether the service knows who calls. */
  CREDENTIALS,
  /** Whether the service accepts the time of a request. */
  CLOCK,
  /** Whether the caller may make the one look-up of the check. */
  PERMISSION,
  /** Whether requests and responses arrive, whole and in time. */
  NETWORK,
  /** Whether the service takes requests now, and this client's rate limiter lets them pass. */
  SERVICE;

  /**
   * The area that a failure is about.
   *
   * @param code why a call failed
   * @return one area for each code; {@link #SERVICE} also for what says nothing about any other
   */
  public static CheckArea of(ErrorCode code) {
    return switch (Objects.requireNonNull(code, "code must not be null")) {
      case INVALID_ARGUMENT, INVALID_PAGE_TOKEN, NOT_FOUND, WRONG_ENDPOINT, UNSUPPORTED ->
          CONFIGURATION;
      case UNAUTHENTICATED -> CREDENTIALS;
      case CLOCK_SKEW -> CLOCK;
      case ACCESS_DENIED -> PERMISSION;
      case UNAVAILABLE, TIMEOUT, INVALID_RESPONSE -> NETWORK;
      case THROTTLED,
          QUOTA_EXCEEDED,
          ALREADY_MEMBER,
          ALREADY_EXISTS,
          AMBIGUOUS,
          CONCURRENT_MODIFICATION,
          CONFLICT,
          CANCELLED,
          CLIENT_CLOSED,
          UNKNOWN ->
          SERVICE;
    };
  }
}
