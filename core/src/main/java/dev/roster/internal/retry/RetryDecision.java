package dev.roster.internal.retry;

import java.time.Duration;

/** What the retry engine says after a failed attempt. */
public sealed interface RetryDecision {

  /**
   * Wait, then retry.
   *
   * @param delay the wait; zero or more
   * @param cost what it takes from the budget
   */
  record Retry(Duration delay, int cost) implements RetryDecision {}

  /** The failure is final: a retry cannot help. */
  record Final() implements RetryDecision {}

  /**
   * A retry might have helped, but something is used up.
   *
   * @param why what is used up, in words that complete "gave up because ..."
   */
  record Exhausted(String why) implements RetryDecision {}
}
