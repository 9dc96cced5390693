package dev.roster.internal.pacing;

import dev.roster.CallPriority;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Gives the attempts of one client, or of several that share it, their turns: in the order in which
 * their calls began, lane by lane, as fast as a {@link RateLaw} and the user's ceiling permit. A
 * state machine without a clock or threads of its own. Thread-safe.
 */
public final class Pacer {

  private static final long NANOS = 1_000_000_000L;

  /** So many interactive turns in a row, then one of bulk work. */
  private static final int INTERACTIVE_IN_A_ROW = 4;

  /** Up to so many throttled responses in a row, a hint is for the call that got it. */
  private static final int HINTS_FOR_ONE_CALL = 3;

  /** A hint of hours, from a mistaken service, must not stop a client for hours. */
  private static final long LONGEST_HOLD = 300 * NANOS;

  /** What late wake-ups may catch up on: a busy machine's are late by some tens of milliseconds. */
  private static final double LATENESS = 0.05;

  /** The same under a ceiling, whose promise is 50 ms in all. */
  private static final double LATENESS_AT_CEILING = 0.04;

  /** The learned rate moves by itself: the first in the queue looks at it again. */
  private static final long LONGEST_LOOK = NANOS / 20;

  /** The longest sleep of those behind it, who are woken when they become the first. */
  private static final long LONGEST_SLEEP = 60 * NANOS;

  private final ReentrantLock lock = new ReentrantLock();
  private final RateLaw law;
  private final double ceiling;
  private final Allowance learned = new Allowance(LATENESS);
  private final Allowance permitted = new Allowance(LATENESS_AT_CEILING);
  private final PriorityQueue<Turn> settling = queue();
  private final PriorityQueue<Turn> interactive = queue();
  private final PriorityQueue<Turn> bulk = queue();
  private long turnsAsked;
  private boolean settledLast;
  private int interactiveInARow;
  private int underWay;
  private boolean started;
  private long lastSeen;
  private long lawTime;
  private boolean held;
  private long heldUntil;
  private int throttledInARow;
  private long lastThrottled;

  /**
   * A pacer that learns.
   *
   * @param ceiling the highest rate, in calls per second; infinite where there is none
   */
  public Pacer(double ceiling) {
    this(new AdaptiveRate(), ceiling);
  }

  Pacer(RateLaw law, double ceiling) {
    this.law = law;
    this.ceiling = ceiling;
  }

  private static PriorityQueue<Turn> queue() {
    return new PriorityQueue<>(Comparator.comparingLong(Turn::number));
  }

  /** What one wire operation of a call needs to wait for the turns of its attempts. */
  public Turn turn(TurnKind kind) {
    return new Turn(this, kind);
  }

  /** The same, for a call of the application. */
  public Turn turn(CallPriority priority) {
    return turn(TurnKind.of(priority));
  }

  /**
   * The rate at which turns are given at a time.
   *
   * @param nowNanos the clients' clock
   * @return calls per second; infinite where nothing limits them
   */
  public double permitted(long nowNanos) {
    lock.lock();
    try {
      pass(nowNanos);
      double rate = law.places() > 0 ? Double.POSITIVE_INFINITY : law.perSecond(lawTime);
      return Math.min(ceiling, rate);
    } finally {
      lock.unlock();
    }
  }

  /** Takes the turn if it has come; otherwise says how long to wait before asking again. */
  long ask(Turn turn, long now) {
    lock.lock();
    try {
      pass(now);
      if (!turn.isQueued()) {
        enter(turn);
      }
      long wait = turn == head() ? untilDue(now) : untilFirst();
      turn.waitsFor(hold(now), Math.max(0, hintLeft(now)));
      if (wait > 0) {
        turn.sleepUntil(now + wait);
      } else {
        give(turn);
      }
      wakeHead(now);
      return wait;
    } finally {
      lock.unlock();
    }
  }

  /** Gives up waiting. */
  void leave(Turn turn, long now) {
    lock.lock();
    try {
      pass(now);
      remove(turn);
      wakeHead(now);
    } finally {
      lock.unlock();
    }
  }

  /** An attempt that had its turn has ended. */
  void ended(Turn turn, TurnResult result, Duration retryAfter, long now) {
    lock.lock();
    try {
      pass(now);
      underWay--;
      switch (result) {
        case ACCEPTED -> accepted(turn);
        case THROTTLED -> throttled(turn, hint(retryAfter), now);
        case NO_ANSWER -> {}
      }
      wakeHead(now);
    } finally {
      lock.unlock();
    }
  }

  private void accepted(Turn turn) {
    throttledInARow = 0;
    law.accepted(turn.lawNumber(), lawTime);
  }

  /**
   * One hint is for the call that got it. Where one call after the other is throttled, the service
   * means all of them.
   */
  private void throttled(Turn turn, long retryAfterNanos, long now) {
    if (law.throttled(turn.lawNumber(), lawTime, now)) {
      learned.startAgain();
    }
    boolean again = turn.sent() - lastThrottled >= 0;
    if (again || throttledInARow == 0) {
      throttledInARow++;
      lastThrottled = now;
    }
    if (throttledInARow > HINTS_FOR_ONE_CALL && retryAfterNanos > 0) {
      heldUntil = held ? Math.max(heldUntil, now + retryAfterNanos) : now + retryAfterNanos;
      held = true;
    }
  }

  private void enter(Turn turn) {
    if (turn.isNew()) {
      turn.enter(turnsAsked++);
    } else {
      turn.enter(turn.number());
    }
    queueOf(turn.kind()).add(turn);
  }

  private void remove(Turn turn) {
    queueOf(turn.kind()).remove(turn);
    turn.left();
  }

  private void give(Turn turn) {
    remove(turn);
    countInARow(turn.kind());
    if (learned.isDue() || law.knocks() > 0) {
      learned.take();
    }
    permitted.take();
    underWay++;
    turn.sent(lastSeen, law.sent());
  }

  /** The law's time stands still while its rate holds nothing back. */
  private void pass(long now) {
    long nanos = started ? Math.max(0, now - lastSeen) : 0;
    started = true;
    lastSeen = now;
    boolean waiting = !isEmpty();
    lawTime += learned.pass(nanos, law.perSecond(lawTime), waiting);
    permitted.pass(nanos, ceiling, waiting);
  }

  private long untilDue(long now) {
    return Math.max(hintLeft(now), Math.max(permitted.untilNext(ceiling), untilLearned()));
  }

  /**
   * How long the calls in the queue are likely to take. Sleeping for much longer would do in real
   * time, but a test's clock that every wait turns would be turned beyond the deadlines.
   */
  private long untilFirst() {
    int queued = settling.size() + interactive.size() + bulk.size();
    double rate = trustsCeiling() ? ceiling : Math.min(ceiling, law.perSecond(lawTime));
    return (long) Math.max(1, Math.min(LONGEST_SLEEP, queued / rate * NANOS));
  }

  private long untilLearned() {
    boolean free = underWay < law.places() || law.knocks() > 0 || trustsCeiling();
    return free ? 0 : Math.min(LONGEST_LOOK, learned.untilNext(law.perSecond(lawTime)));
  }

  /** Who sets a ceiling knows the limit: until the service says otherwise, nothing is learned. */
  private boolean trustsCeiling() {
    return law.places() > 0 && Double.isFinite(ceiling);
  }

  private TurnHold hold(long now) {
    if (hintLeft(now) > 0) {
      return TurnHold.HINT;
    }
    if (permitted.untilNext(ceiling) > 0) {
      return TurnHold.CEILING;
    }
    return untilLearned() > 0 ? TurnHold.LEARNED_RATE : TurnHold.NOTHING;
  }

  private long hintLeft(long now) {
    held = held && heldUntil - now > 0;
    return held ? heldUntil - now : 0;
  }

  private static long hint(Duration retryAfter) {
    boolean tooLong = retryAfter.compareTo(Duration.ofNanos(LONGEST_HOLD)) > 0;
    return tooLong ? LONGEST_HOLD : retryAfter.toNanos();
  }

  private void countInARow(TurnKind kind) {
    settledLast = kind == TurnKind.SETTLING;
    switch (kind) {
      case SETTLING -> {}
      case INTERACTIVE -> interactiveInARow++;
      case BULK -> interactiveInARow = 0;
    }
  }

  /** Who is next. */
  @Nullable Turn head() {
    Turn work = headOfWork();
    boolean workFirst = settling.isEmpty() || (settledLast && work != null);
    return workFirst ? work : settling.peek();
  }

  private @Nullable Turn headOfWork() {
    boolean bulkFirst =
        interactive.isEmpty() || (!bulk.isEmpty() && interactiveInARow >= INTERACTIVE_IN_A_ROW);
    return bulkFirst ? bulk.peek() : interactive.peek();
  }

  /** Whoever is next must not sleep longer than until its turn. */
  private void wakeHead(long now) {
    Turn head = head();
    if (head != null && head.sleepsUntil() - now > untilDue(now)) {
      head.wake(now);
    }
  }

  private PriorityQueue<Turn> queueOf(TurnKind kind) {
    return switch (kind) {
      case SETTLING -> settling;
      case INTERACTIVE -> interactive;
      case BULK -> bulk;
    };
  }

  private boolean isEmpty() {
    return settling.isEmpty() && interactive.isEmpty() && bulk.isEmpty();
  }
}
