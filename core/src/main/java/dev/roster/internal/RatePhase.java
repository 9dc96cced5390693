package dev.roster.internal;

/** How the permitted rate moves while no throttled reply comes. Times are seconds. */
sealed interface RatePhase {

  /**
   * The rate, before what {@link AdaptiveRate} adds for a cycle that lasts longer than expected.
   *
   * @param seconds since the last throttled reply that counted
   * @return calls per second
   */
  double rate(double seconds);

  /** Nothing was throttled yet. */
  record Open() implements RatePhase {
    @Override
    public double rate(double seconds) {
      return Double.POSITIVE_INFINITY;
    }
  }

  /** After the first throttled reply: fast, then faster, until the next one measures the limit. */
  record Search() implements RatePhase {

    static final double START = 4.4;
    private static final double DOUBLING = 0.4;
    private static final double HASTE = 1.3;
    private static final double FASTEST = 1e5;

    @Override
    public double rate(double seconds) {
      return Math.min(FASTEST, START * Math.pow(2, Math.pow(seconds / DOUBLING, HASTE)));
    }
  }

  /**
   * The limit is known: a little below it, then at it, then a little above, so that one call a
   * cycle is throttled and measures it anew.
   *
   * @param level the limit, in calls per second
   * @param halfCycle seconds until the rate is back at the level
   */
  record Steady(double level, double halfCycle) implements RatePhase {

    private static final double DEPTH = 0.06;

    @Override
    public double rate(double seconds) {
      double x = Math.min(1, seconds / halfCycle - 1);
      return level * (1 + DEPTH * x * x * x);
    }

    boolean isOver(double seconds) {
      return seconds > 2 * halfCycle;
    }
  }

  /**
   * Others use the same limit: a little more each second, which together with a decrease in
   * proportion makes shares equal; after a quiet time far more, because others seem to have gone.
   *
   * @param from the rate at the start
   * @param slope its increase per second
   * @param quiet seconds after which the search for what others left begins
   */
  record Shared(double from, double slope, double quiet) implements RatePhase {

    private static final double MOST = 1e4;

    @Override
    public double rate(double seconds) {
      double searching = Math.max(0, seconds - quiet);
      return share(seconds) * Math.min(MOST, Math.pow(2, searching));
    }

    /** The rate without the search. */
    double share(double seconds) {
      return from + slope * seconds;
    }

    boolean isSearching(double seconds) {
      return seconds > quiet;
    }
  }
}
