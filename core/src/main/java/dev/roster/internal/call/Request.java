package dev.roster.internal.call;

import dev.roster.Operation;
import dev.roster.internal.attempt.DriverCall;
import dev.roster.internal.pacing.Turn;

/**
 * One wire operation of a call, for all of its attempts.
 *
 * @param call the call that it belongs to
 * @param operation the wire operation
 * @param driverCall the driver's method with its arguments
 * @param turn its place at the rate limiter, which it keeps from one attempt to the next
 * @param conditional whether it holds for one version of what it changes only
 * @param <T> what the driver returns
 */
record Request<T>(
    Call call, Operation operation, DriverCall<T> driverCall, Turn turn, boolean conditional) {

  /** The same with another place. */
  Request<T> at(Turn place) {
    return new Request<>(call, operation, driverCall, place, conditional);
  }
}
