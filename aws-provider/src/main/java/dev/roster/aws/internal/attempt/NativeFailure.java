package dev.roster.aws.internal.attempt;

import dev.roster.spi.Reach;

/** What a function of the application threw. */
public final class NativeFailure extends Exception {

  private static final long serialVersionUID = 1L;

  private final Exception thrown;
  private final boolean requestSeen;
  private final Reach leastReach;

  NativeFailure(Exception cause, boolean requestSeen, Reach leastReach) {
    super(cause.getMessage(), cause, true, false);
    this.thrown = cause;
    this.requestSeen = requestSeen;
    this.leastReach = leastReach;
  }

  public Exception thrown() {
    return thrown;
  }

  /**
   * Whether our HTTP client was asked for a request. It is not asked where the application has its
   * own, or uses another thread.
   */
  public boolean isRequestSeen() {
    return requestSeen;
  }

  /**
   * How far the requests of the function came, where one failure says how far its own did. A
   * function that has had its response, and then fails, may have changed something; one that was
   * refused, and then fails without a further request, has sent something. Of a request that was
   * not seen, nothing proves that it was not sent.
   */
  public Reach reach(Reach ofFailure) {
    if (leastReach == Reach.MAYBE_APPLIED) {
      return Reach.MAYBE_APPLIED;
    }
    boolean mayBeUnsent = requestSeen && leastReach == Reach.NOT_SENT;
    return ofFailure == Reach.NOT_SENT && !mayBeUnsent ? Reach.MAYBE_APPLIED : ofFailure;
  }
}
