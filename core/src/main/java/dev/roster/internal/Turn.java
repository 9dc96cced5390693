package dev.roster.internal;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * The place of one wire operation at a {@link Pacer}. It keeps its place for all attempts, so that
 * one that was throttled goes to the front and not to the back. Used by one thread; what the pacer
 * reads of it is guarded by the pacer's lock.
 */
final class Turn {

  private static final long NEVER_ENTERED = -1;

  private final Pacer pacer;
  private final TurnKind kind;
  private long number = NEVER_ENTERED;
  private boolean queued;
  private boolean slept;
  private long patience;
  private boolean underWay;
  private int ahead;
  private long sent;
  private long sleepsUntil;
  private CountDownLatch alarm = new CountDownLatch(0);

  Turn(Pacer pacer, TurnKind kind) {
    this.pacer = pacer;
    this.kind = kind;
  }

  /** Takes the turn if it has come; otherwise says how long to wait for {@link #alarm}. */
  Duration ask(long nowNanos) {
    return Duration.ofNanos(pacer.ask(this, nowNanos));
  }

  /** Opens early when the turn comes earlier than it seemed. */
  CountDownLatch alarm() {
    return alarm;
  }

  void leave(long nowNanos) {
    pacer.leave(this, nowNanos);
  }

  /** Tells how the attempt ended; only the first word on each attempt counts. */
  void ended(TurnResult result, Duration retryAfter, long nowNanos) {
    if (underWay) {
      underWay = false;
      pacer.ended(this, result, retryAfter, nowNanos);
    }
  }

  TurnKind kind() {
    return kind;
  }

  boolean isNew() {
    return number == NEVER_ENTERED;
  }

  long number() {
    return number;
  }

  boolean isQueued() {
    return queued;
  }

  /** How many were ahead when the turn was first asked for; none, after an attempt. */
  int ahead() {
    return ahead;
  }

  void enter(long itsNumber, int othersAhead) {
    number = itsNumber;
    ahead = othersAhead;
    queued = true;
  }

  void left() {
    queued = false;
    slept = false;
    ahead = 0;
  }

  void sent(long nowNanos) {
    sent = nowNanos;
    underWay = true;
  }

  long sent() {
    return sent;
  }

  void sleepUntil(long nanos, long atMost) {
    sleepsUntil = nanos;
    patience = slept ? patience : atMost;
    slept = true;
    alarm = new CountDownLatch(1);
  }

  /** Whether the time has come that was named when it came into the queue. */
  boolean hasWaitedEnough(long nowNanos) {
    return slept && patience - nowNanos <= 0;
  }

  long sleepsUntil() {
    return sleepsUntil;
  }

  void wake(long nowNanos) {
    sleepsUntil = nowNanos;
    alarm.countDown();
  }
}
