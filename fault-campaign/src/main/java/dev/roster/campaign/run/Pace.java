package dev.roster.campaign.run;

/**
 * How many runs go on at the same time, and how long their attempts may take: as much as the
 * machine bears. Where it is too busy, attempts time out that nothing held up, and little else is
 * tried. Thread-safe.
 */
public final class Pace {

  private static final double MANY = 0.05;
  private static final double FEW = 0.01;
  private static final int MOST_PATIENCE = 8;
  private static final int LEAST_AT_ONCE = 4;

  private final int mostAtOnce;
  private int atOnce;
  private int underWay;
  private int patience;

  /**
   * A pace that begins with few runs, because a fresh process is slow.
   *
   * @param patience how much longer attempts may take in the first runs than on an idle machine
   * @param mostAtOnce the most runs at the same time
   */
  Pace(int patience, int mostAtOnce) {
    this.patience = patience;
    this.mostAtOnce = mostAtOnce;
    this.atOnce = Math.min(mostAtOnce, LEAST_AT_ONCE);
  }

  /** Waits for a place; returns the patience of the run that takes it. */
  synchronized int begin() throws InterruptedException {
    while (!hasPlace()) {
      wait();
    }
    underWay++;
    return patience;
  }

  /** Whether another run can begin at once. */
  synchronized boolean hasPlace() {
    return underWay < atOnce;
  }

  /**
   * A run has ended.
   *
   * @param runsPatience the patience that it had
   * @param needlessTimeouts the share of its attempts that timed out though nothing held them up
   */
  synchronized void ended(int runsPatience, double needlessTimeouts) {
    underWay--;
    notifyAll();
    boolean isLatest = runsPatience == patience;
    if (needlessTimeouts > MANY && patience < MOST_PATIENCE) {
      patience = isLatest ? Math.min(MOST_PATIENCE, patience * 2) : patience;
    } else if (needlessTimeouts > MANY) {
      atOnce = Math.max(Math.min(mostAtOnce, LEAST_AT_ONCE), atOnce - 1);
    } else if (needlessTimeouts < FEW && atOnce < mostAtOnce) {
      atOnce++;
    } else if (needlessTimeouts < FEW && isLatest) {
      patience = Math.max(1, patience - 1);
    }
  }

  /** Waits until no run is under way. */
  synchronized void awaitEnd() throws InterruptedException {
    while (underWay > 0) {
      wait();
    }
  }
}
