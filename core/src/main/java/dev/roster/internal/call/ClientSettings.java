package dev.roster.internal.call;

import dev.roster.CallListener;
import dev.roster.RetryPolicy;
import dev.roster.internal.pacing.Pacer;
import dev.roster.spi.TimeSource;
import java.time.Duration;
import java.util.List;

/**
 * What a client is set to.
 *
 * @param deadline the time for a call that sets none
 * @param attemptTimeout the time for an attempt of a call that sets none
 * @param settlingTime the time for looks of a call that sets none
 * @param retryPolicy the policy of a call that sets none
 * @param pacer the rate limiter, possibly shared with other clients
 * @param listeners notified of what calls do
 * @param time the clock
 */
public record ClientSettings(
    Duration deadline,
    Duration attemptTimeout,
    Duration settlingTime,
    RetryPolicy retryPolicy,
    Pacer pacer,
    List<CallListener> listeners,
    TimeSource time) {}
