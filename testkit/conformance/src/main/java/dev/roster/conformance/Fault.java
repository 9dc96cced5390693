package dev.roster.conformance;

import java.time.Duration;

/**
 * What a harness can make go wrong with one request. For each, the harness makes the service answer
 * as the real one would, over the wire where there is one.
 */
public enum Fault {
  /** The service asks to slow down and does not say for how long; nothing is applied. */
  THROTTLE,
  /** The service asks to slow down for {@link #HINT}; nothing is applied. */
  THROTTLE_WITH_HINT,
  /** The service says that it failed; nothing is applied. */
  FAIL,
  /**
   * The service says that it is unavailable, and that the caller may come back after zero seconds;
   * nothing is applied. Some transports then repeat on their own.
   */
  FAIL_WITH_ZERO_HINT,
  /** The request is carried out, then the service says that it failed. */
  FAIL_AFTER_COMMIT,
  /** The connection ends when the request has arrived; nothing is applied. */
  LOSE_REQUEST,
  /** The request is carried out, then the connection ends without a reply. */
  LOSE_REPLY,
  /** The request is carried out, then the connection ends in the middle of the reply. */
  TRUNCATE_REPLY,
  /** The request is carried out, then a success is answered with a body that nobody can read. */
  GARBLE_REPLY,
  /** The service says that it is unavailable for the moment; nothing is applied. */
  UNAVAILABLE,
  /** The request is carried out, and its reply comes whole, but some time later. */
  DELAY_REPLY,
  /**
   * The request is carried out, then the reply comes so slowly that nobody waits for its end. Such
   * a read never blocks for long, so a timeout for single reads does not help.
   */
  TRICKLE_REPLY,
  /**
   * The request is carried out, then the reply is held back until the caller gives up or {@link
   * ConformanceHarness#releaseHeldReplies()}.
   */
  ANSWER_SLOWLY,
  /** The caller is known but may not do this; nothing is applied. */
  DENY_ACCESS,
  /** A quota of the store is used up; nothing is applied. For creates. */
  EXCEED_QUOTA,
  /** A conflict: somebody else changes the same thing now; nothing is applied. For writes. */
  CONCURRENT_MODIFICATION,
  /** A conflict of which the service does not say the reason; nothing is applied. For creates. */
  CONFLICT,
  /**
   * The signature is found to be out of time, in a reply that carries the service's time; nothing
   * is applied.
   */
  SKEW_CLOCK,
  /** A page answers with the token that it was asked with. For the second page and later ones. */
  REPEAT_PAGE_TOKEN,
  /** A page answers with the token of the first page, so that tokens go round in a circle. */
  LOOP_PAGE_TOKENS,
  /** The page token is refused as no longer known. For the second page and later ones. */
  EXPIRE_PAGE_TOKEN,
  /** A page answers no items and a token with which the listing goes on. For the first page. */
  EMPTY_PAGE,
  /** The reply lacks the last group that was asked for. For checks of a member in groups. */
  LEAVE_GROUP_OUT;

  /** What {@link #THROTTLE_WITH_HINT} asks to wait. */
  public static final Duration HINT = Duration.ofSeconds(90);
}
