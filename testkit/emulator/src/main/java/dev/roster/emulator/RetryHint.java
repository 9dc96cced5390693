package dev.roster.emulator;

/** Where a throttled response says when to come back. */
public enum RetryHint {
  /**
   * Where the service's documentation has it: {@code RetryAfterSeconds} in the body (AWS), the
   * {@code Retry-After} header (Huawei Cloud).
   */
  AS_DOCUMENTED,
  /** In the {@code Retry-After} header, in both protocols. */
  HEADER,
  /** In the body, in the protocol that has a field for it (AWS); nowhere in the other. */
  BODY,
  /** Nowhere. */
  ABSENT;
}
