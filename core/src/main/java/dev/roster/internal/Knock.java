package dev.roster.internal;

/**
 * A few calls sent at once, to see whether the service's bucket is empty: then most of them are
 * throttled, whereas throttling by chance spares them. Not thread-safe.
 */
final class Knock {

  private final long first;
  private final int majority;
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
    this.majority = calls / 2 + 1;
  }

  /** How many more must be sent now: never more than can still decide it. */
  int toSend() {
    return majority - Math.max(accepted, throttled) - underWay;
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
    return throttled >= majority;
  }

  boolean foundMore() {
    return accepted >= majority;
  }
}
