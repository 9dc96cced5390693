package dev.roster.aws.internal.attempt;

import dev.roster.spi.Reach;

/** What a function of the application threw. */
public final class NativeFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final Exception thrown;
  private final Reach leastReach;

  NativeFailure(Exception cause, Reach leastReach) {
    super(cause.getMessage(), cause, true, false);
    this.thrown = cause;
    this.leastReach = leastReach;
  }

  public Exception thrown() {
    return thrown;
  }

  /**
   * How far the requests of the function came, as far as the reach of the failure itself is
   * concerned. A function that has had its response, and then fails, may have changed something;
   * one that was refused and then fails without a further request has sent something.
   *
   * @param ofFailure what the failure says
   */
  public Reach reach(Reach ofFailure) {
    return switch (leastReach) {
      case NOT_SENT -> ofFailure;
      case REFUSED -> ofFailure == Reach.NOT_SENT ? Reach.MAYBE_APPLIED : ofFailure;
      case MAYBE_APPLIED -> Reach.MAYBE_APPLIED;
    };
  }
}
