package dev.roster.conformance;

import java.time.Duration;

/**
 * What a harness can make go wrong with one request. For each, the harness makes the service answer
 * as the real one would, over the wire where there is one.
 */
public enum Fault {
  /** The service asks to slow down and does not say for how long; nothing is applied. */
  THROTTLED,
  /** The service asks to slow down for {@link #HINT}; nothing is applied. */
  THROTTLED_WITH_HINT,
  /** The service says that it failed; nothing is applied. */
  FAILED,
  /**
   * The service says that it is unavailable, and that the caller may come back after zero seconds;
   * nothing is applied. Some transports then repeat on their own.
   */
  FAILED_WITH_ZERO_HINT,
  /** The request is carried out, then the service says that it failed. */
  FAILED_AFTER_COMMIT,
  /** The connection ends when the request has arrived; nothing is applied. */
  REQUEST_LOST,
  /** The request is carried out, then the connection ends without a reply. */
  REPLY_LOST,
  /** The request is carried out, then the connection ends in the middle of the reply. */
  REPLY_TRUNCATED,
  /** The request is carried out, then a success is answered with a body that nobody can read. */
  REPLY_UNREADABLE,
  /**
   * The request is carried out, then the reply is held back until the caller gives up or {@link
   * ConformanceHarness#releaseHeldReplies()}.
   */
  REPLY_HELD,
  /** The caller is known but may not do this; nothing is applied. */
  ACCESS_DENIED,
  /** A quota of the store is used up; nothing is applied. For creates. */
  QUOTA_EXCEEDED,
  /** A conflict: somebody else changes the same thing now; nothing is applied. For writes. */
  CONCURRENT_MODIFICATION,
  /** A conflict of which the service does not say the reason; nothing is applied. For creates. */
  UNSPECIFIED_CONFLICT,
  /**
   * The signature is found to be out of time, in a reply that carries the service's time; nothing
   * is applied.
   */
  CLOCK_SKEWED,
  /** A page answers with the token that it was asked with. For the second page and later ones. */
  PAGE_TOKEN_REPEATED,
  /** A page answers with the token of the first page, so that tokens go round in a circle. */
  PAGE_TOKENS_IN_A_CIRCLE,
  /** The page token is refused as no longer known. For the second page and later ones. */
  PAGE_TOKEN_EXPIRED,
  /** A page answers no items and a token with which the listing goes on. For the first page. */
  PAGE_EMPTY,
  /** The reply lacks the last group that was asked for. For checks of a member in groups. */
  GROUP_LEFT_OUT;

  /** What {@link #THROTTLED_WITH_HINT} asks to wait. */
  public static final Duration HINT = Duration.ofSeconds(90);
}
