package dev.roster.internal.call;

import dev.roster.AttemptInfo;
import dev.roster.CallInfo;
import dev.roster.CallOptions;
import dev.roster.CallPriority;
import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RetryPolicy;
import dev.roster.internal.attempt.DriverCall;
import dev.roster.internal.pacing.Turn;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One call under way: its deadline, and what its attempts may have changed so far. Used by one
 * thread.
 */
public final class Call {

  private static final AtomicLong IDS = new AtomicLong();

  private final Layers layers;
  private final ClientSettings settings;
  private final CallPriority priority;
  private final ClientMethod method;
  private final CallInfo info;
  private final CallSubject subject;
  private final Deadline deadline;
  private int attempts;
  private boolean reachedService;
  private @Nullable RequestFailed lost;

  Call(
      Layers layers,
      ClientSettings settings,
      CallOptions options,
      ClientMethod method,
      CallSubject subject,
      long startNanos) {
    this.layers = layers;
    this.settings = settings;
    this.priority = options.priority();
    this.method = method;
    this.info = info(layers.driver(), method, options);
    this.subject = subject;
    this.deadline = Deadline.since(startNanos, settings.deadline(), settings.time());
  }

  private static CallInfo info(MembershipDriver driver, ClientMethod method, CallOptions options) {
    return CallInfo.builder(driver.provider(), driver.identityStoreId(), method)
        .callId(IDS.incrementAndGet())
        .correlationIds(options.correlationIds())
        .build();
  }

  /**
   * Makes one wire operation, retried as the call's retry policy says.
   *
   * @param operation the wire operation
   * @param driverCall the driver's method with its arguments
   * @param <T> what it returns
   * @return the driver's result
   * @throws RequestFailed if it fails for good
   */
  public <T> T send(Operation operation, DriverCall<T> driverCall) throws RequestFailed {
    Turn turn = settings.limiter().turn(priority);
    try {
      return layers.retried().send(new Request<>(this, operation, driverCall, turn));
    } catch (RequestFailed failed) {
      // What may have been applied was understood: a later refusal is about what it changed.
      throw maybeApplied() ? failed : subject.explain(failed, driver().documentedIdRules());
    }
  }

  /** Makes one attempt, ahead of new work, to find out what became of a write. */
  <T> T look(Operation operation, DriverCall<T> driverCall) throws RequestFailed {
    Turn turn = settings.limiter().settlingTurn();
    return layers.paced().send(new Request<>(this, operation, driverCall, turn));
  }

  /** Looks until one look tells what became of a write, or there is no time left. */
  Settlement settlement() {
    Deadline end = Deadline.after(settings.settlingTime(), settings.time());
    return new Settlement(this, layers.waits(), layers.jitter(), end);
  }

  /**
   * An error that this side finds in a response.
   *
   * @param code what is wrong
   * @param message what is wrong, in words
   * @return the failure to throw
   */
  public RequestFailed failure(ErrorCode code, String message) {
    Reach reach = reachedService ? Reach.REFUSED : Reach.NOT_SENT;
    ErrorDescription description = ErrorDescription.builder(code, reach).message(message).build();
    return new RequestFailed(description, null, null, null);
  }

  /**
   * The driver.
   *
   * @return the end of the call's way
   */
  public MembershipDriver driver() {
    return layers.driver();
  }

  CallSubject subject() {
    return subject;
  }

  ClientMethod method() {
    return method;
  }

  CallInfo info() {
    return info;
  }

  Deadline deadline() {
    return deadline;
  }

  RetryPolicy retryPolicy() {
    return settings.retryPolicy();
  }

  Duration timeForAttempt() {
    return deadline.timeForAttempt(settings.attemptTimeout());
  }

  int attempts() {
    return attempts;
  }

  /** The attempt that would be made next. */
  AttemptInfo nextAttempt(Operation operation) {
    return AttemptInfo.of(info, operation, attempts + 1);
  }

  AttemptInfo startAttempt(Operation operation) {
    AttemptInfo next = nextAttempt(operation);
    attempts++;
    return next;
  }

  void succeeded() {
    reachedService = true;
  }

  void failed(RequestFailed failed, Operation operation) {
    Reach reach = failed.description().reach();
    reachedService |= reach != Reach.NOT_SENT;
    if (operation.isWrite() && reach == Reach.MAYBE_APPLIED) {
      lost = failed;
    }
  }

  /** Goes on from another call about the same, of which a request may have been applied. */
  void inherit(@Nullable RequestFailed earlier) {
    lost = earlier;
  }

  /** The latest attempt that may have been applied although it failed. */
  @Nullable RequestFailed lost() {
    return lost;
  }

  boolean maybeApplied() {
    return lost != null;
  }

  /** Whether a failed write left a question that can still be asked. */
  boolean isOpenQuestion(RequestFailed failed) {
    return maybeApplied() && !failed.endsTheCall() && !deadline.hasPassed();
  }

  Outcome outcome() {
    if (maybeApplied()) {
      return Outcome.UNKNOWN;
    }
    return reachedService ? Outcome.NOT_APPLIED : Outcome.NOT_SENT;
  }
}
