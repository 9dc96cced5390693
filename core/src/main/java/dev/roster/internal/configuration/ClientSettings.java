package dev.roster.internal.configuration;

import dev.roster.CallListener;
import dev.roster.CallOptions;
import dev.roster.RetryPolicy;
import dev.roster.TimeSource;
import dev.roster.internal.pacing.Limiter;
import java.time.Duration;
import java.util.List;

/**
 * What a client is set to, or one of its calls.
 *
 * @param deadline the time for a call, waits and attempts included
 * @param attemptTimeout the time for an attempt
 * @param settlingTime the time for reads after a lost response
 * @param retryPolicy how a call waits and retries
 * @param limiter the rate limiter, possibly shared with other clients
 * @param listeners notified of what calls do
 * @param time the clock
 */
public record ClientSettings(
    Duration deadline,
    Duration attemptTimeout,
    Duration settlingTime,
    RetryPolicy retryPolicy,
    Limiter limiter,
    List<CallListener> listeners,
    TimeSource time) {

  /**
   * The settings of a call: the client's, where its options set nothing else.
   *
   * @param options what the call does differently
   * @return new settings
   */
  public ClientSettings with(CallOptions options) {
    return new ClientSettings(
        options.deadline().orElse(deadline),
        options.attemptTimeout().orElse(attemptTimeout),
        options.settlingTime().orElse(settlingTime),
        options.retryPolicy().orElse(retryPolicy),
        limiter,
        listeners,
        time);
  }
}
