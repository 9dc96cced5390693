package dev.roster.internal;

import dev.roster.CallPriority;
import java.time.Duration;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Gives the attempts of one client, or of several that share it, their turns: in the order in which
 * their calls began, interactive ones before bulk work, as fast as a {@link RateLaw} permits. A
 * state machine without a clock or threads of its own. Thread-safe.
 */
public final class Pacer {

  private static final long NANOS = 1_000_000_000L;
  private static final int INTERACTIVE_IN_A_ROW = 4;
  private static final int HINTS_FOR_ONE_CALL = 3;

  /** What a late wake-up may catch up on. */
  private static final double SLACK_SECONDS = 0.05;

  /** The longest time between two looks at a rate that moves by itself. */
  private static final long LONGEST_LOOK = NANOS / 20;

  /** While nothing limits the rate: how long a call is held back at most for each one ahead. */
  private static final long FREE_SPACING = NANOS / 10;

  private static final Duration LONGEST_HOLD = Duration.ofMinutes(5);
  private static final double ROUNDING = 1e-9;
  private static final double TOO_SHORT_TO_WAIT = 1e-6;
  private static final int PLACES_IN_A_BURST = 3;

  /** The same in a burst after a rest. Its limit is known, so that few calls are in vain. */
  private static final long BURST_SPACING = NANOS / 50;

  private static final long REST = NANOS / 4;

  /** How much of an idle service's refill is taken for granted: others may have used the rest. */
  private static final double SHARE_OF_REST = 0.5;

  private final ReentrantLock lock = new ReentrantLock();
  private final RateLaw rate;
  private final double ceiling;
  private final PriorityQueue<Turn> settling = queue();
  private final PriorityQueue<Turn> interactive = queue();
  private final PriorityQueue<Turn> bulk = queue();
  private long turnsAsked;
  private boolean settledLast;
  private int interactiveInARow;
  private int underWay;
  private boolean used;
  private long lastTurn;
  private double credit = 1;
  private long creditTime;
  private long emptySince;
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

  Pacer(RateLaw rate, double ceiling) {
    this.rate = rate;
    this.ceiling = ceiling;
  }

  private static PriorityQueue<Turn> queue() {
    return new PriorityQueue<>(Comparator.comparingLong(Turn::number));
  }

  /** What one wire operation of a call needs to wait for the turns of its attempts. */
  Turn turn(TurnKind kind) {
    return new Turn(this, kind);
  }

  /** The same, for a call of the application. */
  Turn turn(CallPriority priority) {
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
      return limit(nowNanos);
    } finally {
      lock.unlock();
    }
  }

  /** Takes the turn if it has come; otherwise says how long to wait before asking again. */
  long ask(Turn turn, long now) {
    lock.lock();
    try {
      if (!turn.isQueued()) {
        enter(turn, now);
      }
      long wait = untilTurn(turn, now);
      if (wait <= 0) {
        give(turn, now);
      } else {
        turn.sleepUntil(now + wait, now + spacing(now) * (turn.ahead() + 1));
      }
      wakeHead(now);
      return Math.max(0, wait);
    } finally {
      lock.unlock();
    }
  }

  private long untilTurn(Turn turn, long now) {
    if (isFree() && turn.hasWaitedEnough(now)) {
      return 0;
    }
    return turn == head() ? untilDue(now) : spacing(now) * Math.max(1, turn.ahead());
  }

  /** Nothing limits the rate: calls that begin at the same time are only held back a little. */
  private boolean isFree() {
    return rate.isOpen() && Double.isInfinite(ceiling);
  }

  /** Gives up waiting. */
  void leave(Turn turn, long now) {
    lock.lock();
    try {
      remove(turn, now);
      wakeHead(now);
    } finally {
      lock.unlock();
    }
  }

  /** An attempt that had its turn has ended. */
  void ended(Turn turn, TurnResult result, Duration retryAfter, long now) {
    lock.lock();
    try {
      underWay--;
      switch (result) {
        case ACCEPTED -> accepted(turn, now);
        case THROTTLED -> throttled(turn, hint(retryAfter), now);
        case NO_ANSWER -> {}
      }
      wakeHead(now);
    } finally {
      lock.unlock();
    }
  }

  private void accepted(Turn turn, long now) {
    throttledInARow = 0;
    rate.accepted(turn.sent(), now, !isEmpty());
  }

  /**
   * One hint is for the call that got it. Where one call after the other is throttled, the service
   * means everybody.
   */
  private void throttled(Turn turn, long retryAfterNanos, long now) {
    addCredit(now);
    credit = Math.min(credit, 0);
    rate.throttled(turn.sent(), now);
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

  private void enter(Turn turn, long now) {
    if (isEmpty()) {
      addCredit(now);
      if (used && now - emptySince > REST) {
        rate.rested(now);
      }
    }
    if (turn.isNew()) {
      turn.enter(turnsAsked++, ahead(turn.kind()));
    } else {
      turn.enter(turn.number(), 0);
    }
    queueOf(turn.kind()).add(turn);
  }

  private void remove(Turn turn, long now) {
    addCredit(now);
    queueOf(turn.kind()).remove(turn);
    turn.left();
    if (isEmpty()) {
      emptySince = now;
    }
  }

  private void give(Turn turn, long now) {
    remove(turn, now);
    countInARow(turn.kind());
    credit -= 1;
    lastTurn = now;
    used = true;
    underWay++;
    turn.sent(now);
  }

  private void addCredit(long now) {
    double perSecond = limit(now);
    double seconds = Math.max(0, now - creditTime) / (double) NANOS;
    creditTime = now;
    if (Double.isInfinite(perSecond)) {
      credit = 1;
      return;
    }
    if (!used) {
      return;
    }
    double share = isEmpty() ? SHARE_OF_REST : 1;
    double most = isEmpty() ? rate.burst() : 0;
    most = Math.max(most, Math.max(credit, 1 + perSecond * SLACK_SECONDS));
    credit = Math.min(most, credit + share * perSecond * seconds);
  }

  private double limit(long now) {
    return Math.min(ceiling, rate.perSecond(now));
  }

  private static long hint(Duration retryAfter) {
    return retryAfter.compareTo(LONGEST_HOLD) > 0 ? LONGEST_HOLD.toNanos() : retryAfter.toNanos();
  }

  private long spacing(long now) {
    double perSecond = limit(now);
    return Double.isInfinite(perSecond) ? FREE_SPACING : (long) (NANOS / perSecond);
  }

  private long untilDue(long now) {
    addCredit(now);
    if (held && heldUntil - now > 0) {
      return heldUntil - now;
    }
    held = false;
    if (isFree()) {
      return untilFree(rate.freePlaces(), FREE_SPACING, now);
    }
    double perSecond = limit(now);
    if (credit > 1 + perSecond * SLACK_SECONDS) {
      return untilFree(PLACES_IN_A_BURST, BURST_SPACING, now);
    }
    if (credit > 1 - ROUNDING - perSecond * TOO_SHORT_TO_WAIT) {
      return 0;
    }
    long wait = (long) Math.ceil((1 - credit) / perSecond * NANOS);
    return rate.perSecond(now) < ceiling ? Math.min(wait, LONGEST_LOOK) : wait;
  }

  private long untilFree(double places, long spacing, long now) {
    return underWay < places || !used ? 0 : lastTurn + spacing - now;
  }

  private void countInARow(TurnKind kind) {
    settledLast = kind == TurnKind.SETTLING;
    switch (kind) {
      case SETTLING -> {}
      case INTERACTIVE -> interactiveInARow++;
      case BULK -> interactiveInARow = 0;
    }
  }

  private @Nullable Turn head() {
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

  private int ahead(TurnKind kind) {
    return switch (kind) {
      case SETTLING -> settling.size();
      case INTERACTIVE -> settling.size() + interactive.size();
      case BULK -> settling.size() + interactive.size() + bulk.size();
    };
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
