package dev.roster.internal;

import dev.roster.internal.RatePhase.Open;
import dev.roster.internal.RatePhase.Search;
import dev.roster.internal.RatePhase.Shared;
import dev.roster.internal.RatePhase.Steady;

/**
 * Learns from replies how many calls a second a service permits this client. A pure state machine
 * over a clock that its caller reads; not thread-safe.
 *
 * <p>A throttled reply says that the server's bucket is empty. Between two of them, therefore, the
 * permitted rate is what was accepted over the time. While such samples agree, nobody else uses the
 * limit, and the rate stays {@link Steady} close to it. When they do not, the limit has changed or
 * is {@link Shared}.
 */
final class AdaptiveRate implements RateLaw {

  private static final double LOWEST = 0.2;
  private static final double NANOS = 1e9;

  private static final int LARGEST_BURST = 100;
  private static final int ROUNDS = 8;

  private static final int ENOUGH_TO_MEASURE = 9;
  private static final int ENOUGH_OF_SEARCH = 13;
  private static final double AGREEMENT = 0.08;
  private static final int MISSES_TO_HALVE = 2;
  private static final double MISS_AFTER = 0.5;

  private static final double SHORTEST_HALF_CYCLE = 0.8;
  private static final double LONGEST_HALF_CYCLE = 5;
  private static final double LENGTHENING = 4;
  private static final double WATCHFUL_HALF_CYCLE = 0.6;
  private static final double WATCHFUL_SECONDS = 60;
  private static final double MUCH_LESS = 0.6;
  private static final double MUCH_MORE = 1.5;
  private static final double FAR_MORE = 2;

  private static final double STEP_UP = 1.15;
  private static final double DOUBLING = 0.6;
  private static final double WATCHFUL_DOUBLING = 0.2;

  private static final double OVERSHOT_SEARCH = 0.25;
  private static final double OVERSHOT_RISE = 0.6;
  private static final double FOUND = 0.9;
  private static final double KEPT = 0.93;
  private static final double RELEARNING_DECREASE = 0.85;
  private static final double RELEARNING_INCREASE = 0.1;

  private static final double FORGET_AFTER = 300;

  private RatePhase phase = new Open();
  private long cycleStart;
  private boolean startedEmpty;
  private AcceptedCalls accepted = new AcceptedCalls();
  private AcceptedCalls opening = new AcceptedCalls();
  private final Sharing sharing = new Sharing();
  private double gain = 1;
  private long lastAccepted;
  private double lastSample;
  private boolean trusted;
  private boolean relearning;
  private int misses;
  private double best;
  private long bestSeen;
  private int burst;

  @Override
  public double perSecond(long nowNanos) {
    return phase.rate(seconds(nowNanos, cycleStart)) * gain;
  }

  @Override
  public boolean isOpen() {
    return phase instanceof Open;
  }

  @Override
  public double freePlaces() {
    return SlowStart.places(accepted.count());
  }

  @Override
  public int burst() {
    return burst;
  }

  @Override
  public void accepted(long sentNanos, long nowNanos, boolean held) {
    accepted.add(nowNanos);
    if (held && phase instanceof Steady steady && steady.isOver(seconds(sentNanos, cycleStart))) {
      double doubling = isWatchful(steady.level(), nowNanos) ? WATCHFUL_DOUBLING : DOUBLING;
      double sinceLast = Math.min(seconds(nowNanos, lastAccepted), seconds(nowNanos, cycleStart));
      gain *= Math.min(STEP_UP, Math.pow(2, sinceLast / doubling));
    }
    lastAccepted = nowNanos;
  }

  /** What was sent before the last change of the rate changes nothing. */
  @Override
  public void throttled(long sentNanos, long nowNanos) {
    if (isOpen()) {
      keepOpening();
      begin(new Search(), nowNanos, true);
    } else if (sentNanos - cycleStart >= 0) {
      begin(next(nowNanos), nowNanos, true);
    }
  }

  private void keepOpening() {
    AcceptedCalls old = opening;
    opening = accepted;
    accepted = old;
    burst = Math.min(opening.count(), LARGEST_BURST);
  }

  /**
   * Calls accepted per second since the last throttled reply. Of a limit that others use, only what
   * they left was seen: no bound can be drawn from that.
   */
  private double sample(long nowNanos) {
    if (phase instanceof Shared) {
      return accepted.perSecond(cycleStart, nowNanos);
    }
    return phase instanceof Search
        ? searched(nowNanos)
        : accepted.ratePerSecond(cycleStart, nowNanos, burst);
  }

  /**
   * What was accepted while nothing was throttled is the burst and its refill. The limit tells how
   * much of it was refill, and the burst corrects the limit.
   */
  private double searched(long nowNanos) {
    for (int round = 0; round < ROUNDS; round++) {
      double sample = accepted.ratePerSecond(cycleStart, nowNanos, burst);
      burst = Math.min(burst, opening.beyond(sample));
    }
    return accepted.ratePerSecond(cycleStart, nowNanos, burst);
  }

  @Override
  public void rested(long nowNanos) {
    if (isOpen()) {
      return;
    }
    boolean forgotten = seconds(nowNanos, cycleStart) > FORGET_AFTER;
    begin(forgotten ? new Open() : phase, nowNanos, false);
  }

  private void begin(RatePhase next, long nowNanos, boolean empty) {
    phase = next;
    cycleStart = nowNanos;
    startedEmpty = empty;
    accepted.clear();
    gain = 1;
  }

  private RatePhase next(long nowNanos) {
    double seconds = seconds(nowNanos, cycleStart);
    double rate = perSecond(nowNanos);
    misses = accepted.count() > 0 ? 0 : misses + (seconds > MISS_AFTER ? 1 : 0);
    if (phase instanceof Shared) {
      sharing.throttledAfter(seconds);
    }
    if (!isMeasured()) {
      return phase instanceof Steady && !startedEmpty ? phase : afterFewCalls(rate, seconds);
    }
    double sample = sample(nowNanos);
    RatePhase next = afterSample(sample, rate, seconds, nowNanos);
    lastSample = sample;
    return next;
  }

  private boolean isMeasured() {
    int enough = phase instanceof Search ? ENOUGH_OF_SEARCH : ENOUGH_TO_MEASURE;
    return startedEmpty && accepted.count() >= enough;
  }

  private RatePhase afterSample(double sample, double rate, double seconds, long nowNanos) {
    if (phase instanceof Search) {
      relearning = true;
      trusted = false;
      return steady(Math.min(rate, Math.max(sample, OVERSHOT_SEARCH * rate)), seconds, nowNanos);
    }
    boolean agrees = Math.abs(sample - lastSample) < AGREEMENT * lastSample;
    if (phase instanceof Steady steady && agrees) {
      agreed(sample, nowNanos);
      double halfCycle = Math.min(LONGEST_HALF_CYCLE, LENGTHENING * steady.halfCycle());
      return steady(sample, halfCycle, nowNanos);
    }
    if (phase instanceof Shared shared && shared.isSearching(seconds)) {
      return afterSharedSearch(shared, sample, rate, seconds);
    }
    sharing.endedEarly();
    return afterOtherSample(sample, rate, seconds, nowNanos);
  }

  private RatePhase afterSharedSearch(Shared shared, double sample, double rate, double seconds) {
    double found = sharing.found(shared, seconds, sample, rate);
    relearning = found > 0;
    if (relearning) {
      return relearn(FOUND * found);
    }
    return share(Math.max(decrease(seconds) * shared.share(seconds), KEPT * sample));
  }

  private RatePhase afterOtherSample(double sample, double rate, double seconds, long nowNanos) {
    boolean rose = sample > MUCH_MORE * level();
    boolean wasTrusted = distrust();
    if (wasTrusted || (relearning && rose)) {
      return relearn((rose ? OVERSHOT_RISE : RELEARNING_DECREASE) * rate);
    }
    if (relearning) {
      relearning = false;
      return steady(Math.min(sample, rate), seconds / 2, nowNanos);
    }
    relearning = phase instanceof Shared && sample > FAR_MORE * level();
    return share(decrease(seconds) * rate);
  }

  private RatePhase afterFewCalls(double rate, double seconds) {
    if (phase instanceof Search) {
      return accepted.count() == 0 ? phase : share(Search.START);
    }
    if (distrust() || relearning) {
      return relearn(misses >= MISSES_TO_HALVE ? rate / 2 : RELEARNING_DECREASE * rate);
    }
    return share(decrease(seconds) * rate);
  }

  /** A sample that does not agree. Returns whether the rate was trusted until then. */
  private boolean distrust() {
    boolean wasTrusted = trusted;
    trusted = false;
    relearning |= wasTrusted;
    return wasTrusted;
  }

  private void agreed(double sample, long nowNanos) {
    trusted = true;
    relearning = false;
    if (sample > best || seconds(nowNanos, bestSeen) > WATCHFUL_SECONDS) {
      best = sample;
    }
    if (sample > MUCH_LESS * best) {
      bestSeen = nowNanos;
    }
  }

  private Steady steady(double level, double halfCycle, long nowNanos) {
    double most = isWatchful(level, nowNanos) ? WATCHFUL_HALF_CYCLE : Double.MAX_VALUE;
    double atLeast = Math.max(SHORTEST_HALF_CYCLE, halfCycle);
    return new Steady(Math.max(LOWEST, level), Math.min(most, atLeast));
  }

  private Shared share(double rate) {
    return sharing.from(Math.max(LOWEST, rate));
  }

  private static Shared relearn(double rate) {
    double from = Math.max(LOWEST, rate);
    return new Shared(from, RELEARNING_INCREASE * from, Double.POSITIVE_INFINITY);
  }

  private double decrease(double seconds) {
    return misses >= MISSES_TO_HALVE ? 0.5 : Sharing.decrease(seconds);
  }

  private double level() {
    return phase instanceof Steady steady
        ? steady.level()
        : phase instanceof Shared shared ? shared.from() : Double.POSITIVE_INFINITY;
  }

  /** The limit was much higher a short while ago, so that it may soon be so again. */
  private boolean isWatchful(double level, long nowNanos) {
    return level < MUCH_LESS * best && seconds(nowNanos, bestSeen) < WATCHFUL_SECONDS;
  }

  private static double seconds(long nanos, long since) {
    return Math.max(0, (nanos - since) / NANOS);
  }
}
