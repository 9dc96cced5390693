package dev.roster.internal.pacing;

/**
 * A few calls sent at once, to see whether the service's bucket is empty: then all but the first
 * are throttled, whereas throttling by chance spares most. The first goes alone, because its being
 * throttled may be enough to know. Not thread-safe.
 */
final class Knock {

  private final long first;
  private final int calls;
  private int underWay;
  private int accepted;
  private int throttled;

  /**
   * A knock.
   *
   * @param first the number of the first call that belongs to it
   * @param calls how many calls it takes at most
   */
  Knock(long first, int calls) {
    this.first = first;
    this.calls = calls;
  }

  /** How many more must be sent now: none that can no longer decide it. */
  int toSend() {
    if (foundEmpty() || foundMore()) {
      return 0;
    }
    boolean isFirst = accepted + throttled == 0;
    int undecided = Math.min(calls / 2 + 1 - accepted, (calls + 1) / 2 - throttled);
    return (isFirst ? 1 : undecided) - underWay;
  }

  void sent() {
    if (toSend() > 0) {
      underWay++;
    }
  }

  void accepted(long number) {
    if (number >= first) {
      underWay = Math.max(0, underWay - 1);
      accepted++;
    }
  }

  void throttled(long number) {
    if (number >= first) {
      underWay = Math.max(0, underWay - 1);
      throttled++;
    }
  }

  boolean foundEmpty() {
    return 2 * throttled >= calls;
  }

  boolean foundMore() {
    return 2 * accepted > calls;
  }
}
