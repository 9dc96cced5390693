package dev.roster.internal.retry;

import dev.roster.Operation;
import dev.roster.spi.ErrorDescription;
import java.time.Duration;

/**
 * All that a retry decision depends on.
 *
 * @param operation the wire operation
 * @param failure the failure of the attempt that just ended
 * @param failures how many attempts of this request failed for reasons other than throttling and
 *     contention, or met contention where this one did, this one included
 * @param throttled how many attempts of this request were throttled, this one included
 * @param clockCorrections how many attempts of this request were retried with a corrected clock
 * @param timeLeft what is left of the call's deadline
 * @param budgetLeft what is left of the client's retry budget
 * @param conditional whether the request holds for one version only, so that a conflict over it
 *     stays one
 */
public record RetrySituation(
    Operation operation,
    ErrorDescription failure,
    int failures,
    int throttled,
    int clockCorrections,
    Duration timeLeft,
    int budgetLeft,
    boolean conditional) {

  /** The situation of a request that holds for every version. */
  RetrySituation(
      Operation operation,
      ErrorDescription failure,
      int failures,
      int throttled,
      int clockCorrections,
      Duration timeLeft,
      int budgetLeft) {
    this(operation, failure, failures, throttled, clockCorrections, timeLeft, budgetLeft, false);
  }
}
