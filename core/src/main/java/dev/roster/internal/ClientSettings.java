package dev.roster.internal;

import dev.roster.CallListener;
import dev.roster.RetryPolicy;
import dev.roster.spi.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;

/**
 * What a client is set to.
 *
 * @param deadline the time for a call that sets none
 * @param attemptTimeout the time for an attempt of a call that sets none
 * @param retryPolicy the policy of a call that sets none
 * @param maxCallsPerSecond the fixed rate, if there is one
 * @param listeners who is told
 * @param time the clock
 */
public record ClientSettings(
    Duration deadline,
    Duration attemptTimeout,
    RetryPolicy retryPolicy,
    OptionalDouble maxCallsPerSecond,
    List<CallListener> listeners,
    TimeSource time) {

  Pacer pacer() {
    return maxCallsPerSecond.isPresent()
        ? new FixedRatePacer(maxCallsPerSecond.getAsDouble())
        : Pacer.UNLIMITED;
  }
}
