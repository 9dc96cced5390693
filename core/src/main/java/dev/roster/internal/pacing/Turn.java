package dev.roster.internal.pacing;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * The place of one wire operation at a {@link Pacer}. It keeps its place for all attempts, so that
 * one that was throttled goes to the front and not to the back. Used by one thread; what the pacer
 * reads of it is guarded by the pacer's lock.
 */
public final class Turn {

  private static final long NEVER_ENTERED = -1;

  private final Pacer pacer;
  private final TurnKind kind;
  private long number = NEVER_ENTERED;
  private boolean queued;
  private boolean underWay;
  private boolean wasSent;
  private long sent;
  private long lawNumber;
  private long sleepsUntil;
  private TurnHold hold = TurnHold.NOTHING;
  private boolean heldByHint;
  private Duration hint = Duration.ZERO;
  private CountDownLatch alarm = new CountDownLatch(0);

  Turn(Pacer pacer, TurnKind kind) {
    this.pacer = pacer;
    this.kind = kind;
  }

  /** A new place at the same pacer, of the same kind. */
  public Turn another() {
    return pacer.turn(kind);
  }

  /** Takes the turn if it has come; otherwise says how long to wait for {@link #alarm}. */
  public Duration ask(long nowNanos) {
    return Duration.ofNanos(pacer.ask(this, nowNanos));
  }

  /** Opens early when the turn comes earlier than it seemed. */
  public CountDownLatch alarm() {
    return alarm;
  }

  /** What held the turn back when it was last asked for. */
  TurnHold hold() {
    return hold;
  }

  /**
   * How long the service asked all calls to wait from when the turn was last asked for; zero where
   * it did not. The turn surely does not come earlier.
   */
  public Duration hint() {
    return hint;
  }

  /** Whether it waited for a hint for all since it came into the queue. */
  public boolean wasHeldByHint() {
    return heldByHint;
  }

  public void leave(long nowNanos) {
    pacer.leave(this, nowNanos);
  }

  /** Tells how the attempt ended; only the first word on each attempt counts. */
  public void ended(TurnResult result, Duration retryAfter, long nowNanos) {
    if (underWay) {
      underWay = false;
      pacer.ended(this, result, retryAfter, nowNanos);
    }
  }

  /** Whether an attempt of the operation was sent before. */
  public boolean isForARetry() {
    return wasSent;
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

  void enter(long itsNumber) {
    number = itsNumber;
    queued = true;
    heldByHint = false;
    sleepsUntil = Long.MIN_VALUE;
  }

  void left() {
    queued = false;
  }

  void sent(long nowNanos, long itsLawNumber) {
    sent = nowNanos;
    lawNumber = itsLawNumber;
    underWay = true;
    wasSent = true;
  }

  long sent() {
    return sent;
  }

  long lawNumber() {
    return lawNumber;
  }

  void waitsFor(TurnHold reason, long hintNanos) {
    hold = reason;
    heldByHint |= reason == TurnHold.HINT;
    hint = Duration.ofNanos(hintNanos);
  }

  void sleepUntil(long nanos) {
    sleepsUntil = nanos;
    alarm = new CountDownLatch(1);
  }

  long sleepsUntil() {
    return sleepsUntil;
  }

  void wake(long nowNanos) {
    sleepsUntil = nowNanos;
    alarm.countDown();
  }
}
