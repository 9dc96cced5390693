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
import dev.roster.internal.configuration.ClientSettings;
import dev.roster.internal.errors.CallAccount;
import dev.roster.internal.errors.RequestFailed;
import dev.roster.internal.pacing.Turn;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One call under way: its deadline, and what its attempts may have changed so far. Used by one
 * thread.
 */
public final class Call implements CallAccount {

  private final Layers layers;
  private final ClientSettings settings;
  private final CallPriority priority;
  private final ClientMethod method;
  private final CallInfo info;
  private final CallSubject subject;
  private final Deadline deadline;
  private int attempts;
  private int unsent;
  private @Nullable Map<ErrorCode, Integer> failures;
  private int attemptsOfRequest;
  private boolean reachedService;
  private @Nullable RequestFailed lost;

  Call(
      Layers layers,
      ClientSettings settings,
      CallOptions options,
      ClientMethod method,
      CallSubject subject,
      CallInfo info,
      long startNanos) {
    this.layers = layers;
    this.settings = settings;
    this.priority = options.priority();
    this.method = method;
    this.info = info;
    this.subject = subject;
    this.deadline = Deadline.since(startNanos, settings.deadline(), settings.time());
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
      return layers.retried().send(request(operation, driverCall, turn, false));
    } catch (RequestFailed failed) {
      throw explained(failed);
    }
  }

  /**
   * Makes one wire operation that holds for one version of what it changes only: a conflict over it
   * is final, because it would be the same again.
   *
   * @param operation the wire operation
   * @param driverCall the driver's method with its arguments
   * @param <T> what it returns
   * @return the driver's result
   * @throws RequestFailed if it fails for good
   */
  public <T> T sendConditionally(Operation operation, DriverCall<T> driverCall)
      throws RequestFailed {
    Turn turn = settings.limiter().turn(priority);
    try {
      return layers.retried().send(request(operation, driverCall, turn, true));
    } catch (RequestFailed failed) {
      throw explained(failed);
    }
  }

  /** What may have been applied was understood: a later refusal is about what it changed. */
  private RequestFailed explained(RequestFailed failed) {
    return maybeApplied() ? failed : subject.explain(failed, driver().documentedIdRules());
  }

  /**
   * Makes one attempt, ahead of new work, to find out what became of a write.
   *
   * @param operation the wire operation
   * @param driverCall the driver's method with its arguments
   * @param <T> what it returns
   * @return the driver's result
   * @throws RequestFailed if the attempt fails
   */
  public <T> T settlingRead(Operation operation, DriverCall<T> driverCall) throws RequestFailed {
    Turn turn = settings.limiter().settlingTurn();
    return layers.paced().send(request(operation, driverCall, turn, false));
  }

  private <T> Request<T> request(
      Operation operation, DriverCall<T> driverCall, Turn turn, boolean conditional) {
    attemptsOfRequest = 0;
    return new Request<>(this, operation, driverCall, turn, conditional);
  }

  /** {@return reads until one shows what became of a write, or there is no time left} */
  public Settlement settlement() {
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
    return RequestFailed.of(description);
  }

  /**
   * The driver.
   *
   * @return the end of the call's way
   */
  public MembershipDriver driver() {
    return layers.driver();
  }

  @Override
  public String words() {
    return subject.words().get();
  }

  @Override
  public ClientMethod method() {
    return method;
  }

  @Override
  public CallInfo info() {
    return info;
  }

  Deadline deadline() {
    return deadline;
  }

  @Override
  public Duration elapsed() {
    return deadline.elapsed();
  }

  RetryPolicy retryPolicy() {
    return settings.retryPolicy();
  }

  Duration timeForAttempt() {
    return deadline.timeForAttempt(settings.attemptTimeout());
  }

  @Override
  public int attempts() {
    return attempts;
  }

  /** The attempt that would be made next. */
  AttemptInfo nextAttempt(Operation operation) {
    return AttemptInfo.of(info, operation, attemptsOfRequest + 1).withNumberInCall(attempts + 1);
  }

  AttemptInfo startAttempt(Operation operation) {
    AttemptInfo next = nextAttempt(operation);
    attempts++;
    attemptsOfRequest++;
    return next;
  }

  public void succeeded() {
    reachedService = true;
  }

  void failed(RequestFailed failed, Operation operation) {
    Reach reach = failed.description().reach();
    note(failed.code(), reach);
    reachedService |= reach != Reach.NOT_SENT;
    if (operation.isWrite() && reach == Reach.MAYBE_APPLIED) {
      lost = failed;
    }
  }

  /** Made at the first failure: most calls have none. */
  private void note(ErrorCode code, Reach reach) {
    if (failures == null) {
      failures = new EnumMap<>(ErrorCode.class);
    }
    failures.merge(code, 1, Integer::sum);
    unsent += reach == Reach.NOT_SENT ? 1 : 0;
  }

  /** How many attempts failed with which code. */
  public Map<ErrorCode, Integer> failures() {
    return failures == null ? Map.of() : failures;
  }

  /** The attempts that sent something. */
  public int requests() {
    return attempts - unsent;
  }

  /** Goes on from another call about the same, of which a request may have been applied. */
  public void inherit(@Nullable RequestFailed earlier) {
    lost = earlier;
  }

  /** {@return the latest attempt that may have been applied although it failed; null for none} */
  public @Nullable RequestFailed lost() {
    return lost;
  }

  /** {@return whether an attempt that failed may have been applied} */
  public boolean maybeApplied() {
    return lost != null;
  }

  /**
   * Whether a failed write left a question that can still be asked.
   *
   * @param failed the failure
   * @return whether a read can tell what became of it
   */
  public boolean isOpenQuestion(RequestFailed failed) {
    return maybeApplied() && !failed.endsTheCall() && !deadline.hasPassed();
  }

  @Override
  public Outcome outcome() {
    if (maybeApplied()) {
      return Outcome.UNKNOWN;
    }
    return reachedService ? Outcome.NOT_APPLIED : Outcome.NOT_SENT;
  }
}
