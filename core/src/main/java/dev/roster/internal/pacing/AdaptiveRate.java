package dev.roster.internal.pacing;

import org.jspecify.annotations.Nullable;

/**
 * Learns from responses how many calls a second a service permits this client.
 *
 * <p>A throttled response says that the service's bucket is empty. Between two of them, therefore,
 * the permitted rate is what was accepted over the time: the level. The rate goes from a little
 * below the level to a little above; a throttled response measures the level anew; where none comes
 * for long, the rate grows ever faster. Who has more is throttled more often and so cut more often,
 * which makes shares equal. An outage changes nothing, and throttling by chance is told from a
 * limit by knocking. {@code docs/decisions/adaptive-pacing.md} has the reasons and what it reaches.
 */
final class AdaptiveRate implements RateLaw {

  /* Bounds: a client that asks less than once in ten seconds would not see the end of anything. */
  private static final double LOWEST = 0.1;
  private static final double HIGHEST = 1e6;

  /*
   * Fresh: two calls under way meet the end of a burst with two throttled responses at most, and
   * more only after as many accepted as a usual burst has; responses that are slow must not
   * hold a hundred callers for two seconds, so that calls are sent by the clock as well.
   */
  private static final int FRESH_PLACES = 2;
  private static final int ACCEPTED_PER_PLACE = 20;
  private static final double FRESH_START = 15;
  private static final double FRESH_DOUBLING = 0.5;

  /*
   * Search: eight clients that begin at once on 20 calls a second begin with their share; two
   * doublings a second reach a thousand in less than five. Of fewer calls, nothing is measured.
   */
  private static final double SEARCH_START = 2.5;
  private static final double SEARCH_DOUBLING = 0.5;
  private static final int ENOUGH_OF_SEARCH = 13;

  /*
   * Cycle: one throttled response in ten seconds is half a percent at 20 calls a second. A slow
   * client gains as many calls a second each second as one of seven, so that shares
   * become equal. Soon after the end of a cycle the rate grows ever faster: a limit may have risen.
   */
  private static final double CYCLE_SECONDS = 10;
  private static final double CYCLE_SECONDS_PER_RATE = 1.4;
  private static final double DEPTH = 0.12;
  private static final double QUIET_CYCLES = 1.25;
  private static final double DOUBLING_AFTER_QUIET = 5;

  /*
   * Rough: a search of more than five doublings ends with room for two seconds of calls. The
   * bucket was full for most of it, and less is measured than the service permits. Where the level
   * was four times as much within a minute, the limit fell and may soon be back; four equal clients
   * differ by less. The rate then grows ever faster at once, until the next throttled response.
   */
  private static final double LONG_SEARCH_SECONDS = 2.5;
  private static final double MUCH_MORE = 4;
  private static final double REMEMBERED_SECONDS = 60;
  private static final double DOUBLING_WHILE_ROUGH = 3;

  /*
   * Measuring: what was accepted over the time, but at least half of the rate that was reached,
   * which other clients may have left. Once a second at most: a service that refills by the second
   * refuses the rest of one, which says nothing new. That rest is an eighth of a second's calls;
   * where five and a third are throttled in a third of a second, the limit fell. Of fewer than five
   * accepted AIMD's usual fifth less, and half at most while nothing is accepted.
   */
  private static final int ENOUGH = 5;
  private static final double REST_OF_SECOND = 1;
  private static final double REST_AFTER_FALL = 0.3;
  private static final int ACCEPTED_PER_THROTTLED = 2;
  private static final double KEPT = 0.5;
  private static final double DECREASE = 0.8;
  private static final double KEPT_IN_A_ROW = 0.5;

  /*
   * Outage: five throttled in a row, for a second. A probe in two seconds costs little;
   * from a quarter of the level less than a second brings back all of it.
   */
  private static final int OUTAGE_ROW = 5;
  private static final double OUTAGE_SECONDS = 1;
  private static final double PROBES_PER_SECOND = 0.5;
  private static final double RAMP_DOUBLING = 0.4;
  private static final int RECOVERY_DOUBLINGS = 2;

  /*
   * Chance: at 4 %, one of two calls is throttled in one knock of twelve, and two of three in one
   * of two hundred. Two, therefore, until a knock finds more, and three until one finds the bucket
   * empty; more for fast clients, which are throttled more often in a cycle. No more than
   * ten, which fit a small bucket. One knock for fourteen accepted calls: at 4 % there is one for
   * twenty-four, and where more is throttled it is not chance.
   */
  private static final int LEAST_KNOCKS = 2;
  private static final int LEAST_KNOCKS_BY_CHANCE = 3;
  private static final int MOST_KNOCKS = 10;
  private static final double KNOCKS_OF_SECOND = 0.05;
  private static final double EARLY = 0.25;
  private static final double DOUBTS_PER_ACCEPTED = 1 / 14.0;
  private static final double MOST_DOUBTS = 4;

  private static final double NANOS = 1e9;

  private enum Phase {
    FRESH,
    SEARCH,
    CYCLE,
    OUTAGE
  }

  private final Stretches stretches = new Stretches();
  private Phase phase = Phase.FRESH;
  private double level = SEARCH_START;
  private double rowLevel = SEARCH_START;
  private boolean measured;
  private boolean rough;
  private double best;
  private long bestSeen;
  private double lastGoodLevel = SEARCH_START;
  private long begun;
  private long cycleStart;
  private long numbers;
  private long firstNumber;
  private int accepted;
  private int throttled;
  private int throttledInARow;
  private long rowBegun;
  private @Nullable Knock knock;
  private boolean byChance;
  private double doubts = MOST_DOUBTS;

  @Override
  public double perSecond(long nanos) {
    double seconds = (nanos - cycleStart) / NANOS;
    double rate =
        switch (phase) {
          case FRESH -> FRESH_START * Math.pow(2, seconds / FRESH_DOUBLING);
          case SEARCH -> level * Math.pow(2, seconds / SEARCH_DOUBLING);
          case CYCLE -> level * shape(seconds);
          case OUTAGE -> Math.min(level, PROBES_PER_SECOND);
        };
    return Math.max(LOWEST, Math.min(HIGHEST, rate));
  }

  /** After an outage doubling up to the level; around it evenly; after a quiet time ever faster. */
  private double shape(double seconds) {
    if (seconds < 0) {
      return (1 - DEPTH) * Math.pow(2, seconds / RAMP_DOUBLING);
    }
    double quiet =
        rough
            ? seconds / DOUBLING_WHILE_ROUGH
            : Math.max(0, seconds - QUIET_CYCLES * cycleSeconds()) / DOUBLING_AFTER_QUIET;
    return (1 - DEPTH + 2 * DEPTH * seconds / cycleSeconds()) * Math.pow(2, quiet * quiet);
  }

  private double cycleSeconds() {
    return Math.min(CYCLE_SECONDS, CYCLE_SECONDS_PER_RATE * level);
  }

  @Override
  public int places() {
    return phase == Phase.FRESH && knock == null
        ? Math.max(FRESH_PLACES, accepted / ACCEPTED_PER_PLACE)
        : 0;
  }

  @Override
  public int knocks() {
    return knock == null ? 0 : knock.toSend();
  }

  @Override
  public long sent() {
    if (knock != null) {
      knock.sent();
    }
    return numbers++;
  }

  @Override
  public void accepted(long number, long nanos) {
    accepted++;
    stretches.accepted(nanos, perSecond(nanos));
    throttledInARow = 0;
    lastGoodLevel = level;
    doubts += phase == Phase.FRESH ? 0 : Math.min(DOUBTS_PER_ACCEPTED, MOST_DOUBTS - doubts);
    if (knock != null) {
      knock.accepted(number);
      endKnock(knock, nanos);
    }
    if (phase == Phase.OUTAGE) {
      recover(nanos);
    }
  }

  private void recover(long nanos) {
    if (measured) {
      begin(Phase.CYCLE, level, nanos);
      cycleStart = nanos + nanos(RECOVERY_DOUBLINGS * RAMP_DOUBLING);
    } else {
      begin(Phase.SEARCH, SEARCH_START, nanos);
    }
  }

  @Override
  public boolean throttled(long number, long nanos, long clockNanos) {
    rowBegun = throttledInARow == 0 ? clockNanos : rowBegun;
    throttledInARow++;
    if (isOutage(clockNanos)) {
      return phase != Phase.OUTAGE && begin(Phase.OUTAGE, lastGoodLevel, nanos);
    }
    if (phase == Phase.OUTAGE || number < firstNumber) {
      return false;
    }
    throttled++;
    if (isRestOfSecond(nanos)) {
      return false;
    }
    if (knock != null) {
      knock.throttled(number);
      return endKnock(knock, nanos);
    }
    return isDoubtful(nanos) ? knock(nanos) : believe(nanos);
  }

  /** By the clock, because a hint to wait may hold back more than the rate does. */
  private boolean isOutage(long clockNanos) {
    return throttledInARow >= OUTAGE_ROW && clockNanos - rowBegun >= nanos(OUTAGE_SECONDS);
  }

  /** Before anything was measured the rate may be many times too high, and each one lowers it. */
  private boolean isRestOfSecond(long nanos) {
    boolean fell = throttled >= ENOUGH && ACCEPTED_PER_THROTTLED * throttled > accepted;
    double rest = fell ? REST_AFTER_FALL : REST_OF_SECOND;
    return measured && phase == Phase.CYCLE && nanos - begun < nanos(rest);
  }

  /** Earlier than a limit would be met: then others use it too, or it fell, or it is chance. */
  private boolean isDoubtful(long nanos) {
    boolean early = phase != Phase.CYCLE || (nanos - cycleStart) / NANOS < EARLY * cycleSeconds();
    return doubts >= 1 && (phase == Phase.FRESH || accepted >= ENOUGH) && (early || byChance);
  }

  private boolean knock(long nanos) {
    int least = byChance && phase != Phase.FRESH ? LEAST_KNOCKS_BY_CHANCE : LEAST_KNOCKS;
    int calls = (int) Math.min(MOST_KNOCKS, Math.max(least, KNOCKS_OF_SECOND * perSecond(nanos)));
    knock = new Knock(numbers, calls);
    doubts -= 1;
    return false;
  }

  private boolean endKnock(Knock ended, long nanos) {
    if (ended.foundEmpty()) {
      byChance = false;
      return believe(nanos);
    }
    if (ended.foundMore()) {
      knock = null;
      byChance = true;
    }
    return false;
  }

  /** A fresh client that was throttled too often by chance goes by the clock from here. */
  private boolean believe(long nanos) {
    if (phase == Phase.FRESH) {
      return knock == null
          ? begin(Phase.CYCLE, perSecond(nanos), nanos)
          : begin(Phase.SEARCH, SEARCH_START, nanos);
    }
    double next = measure(nanos);
    remember(next, nanos);
    rough = isRough(next, nanos);
    if (accepted > 0) {
      rowLevel = next;
    }
    if (phase == Phase.SEARCH) {
      lastGoodLevel = next;
    }
    return begin(Phase.CYCLE, next, nanos);
  }

  private void remember(double next, long nanos) {
    boolean forgotten = nanos - bestSeen > nanos(REMEMBERED_SECONDS);
    if (forgotten || next > best / 2) {
      best = forgotten ? next : Math.max(best, next);
      bestSeen = nanos;
    }
  }

  private boolean isRough(double next, long nanos) {
    boolean wasFull = phase == Phase.SEARCH && nanos - begun > nanos(LONG_SEARCH_SECONDS);
    return wasFull || next < best / MUCH_MORE;
  }

  private double measure(long nanos) {
    double rate = perSecond(nanos);
    if (phase == Phase.SEARCH && accepted > 0 && accepted < ENOUGH_OF_SEARCH) {
      return SEARCH_START;
    }
    if (accepted < ENOUGH) {
      return Math.max(DECREASE * rate, Math.min(rate, KEPT_IN_A_ROW * rowLevel));
    }
    measured = true;
    double sample = stretches.perSecond(nanos);
    return Math.min(rate, phase == Phase.CYCLE ? Math.max(sample, KEPT * rate) : sample);
  }

  private boolean begin(Phase next, double nextLevel, long nanos) {
    phase = next;
    level = Math.max(LOWEST, nextLevel);
    begun = nanos;
    cycleStart = nanos;
    firstNumber = numbers;
    accepted = 0;
    throttled = 0;
    knock = null;
    stretches.begin(nanos, perSecond(nanos));
    return true;
  }

  private static long nanos(double seconds) {
    return (long) (seconds * NANOS);
  }

  @Override
  public String toString() {
    return phase + (byChance ? " by chance" : "") + " around " + level;
  }
}
