package dev.roster.internal;

import dev.roster.CallInfo;
import dev.roster.CallOptions;
import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RetryPolicy;
import dev.roster.RosterException;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/**
 * One call under way: its deadline, and what its attempts may have changed so far. Used by one
 * thread.
 */
public final class Call {

  private final CallPipeline pipeline;
  private final CallInfo info;
  private final Supplier<String> subject;
  private final Deadline deadline;
  private final CallOptions options;
  private int attempts;
  private boolean reachedService;
  private boolean maybeApplied;

  Call(
      CallPipeline pipeline,
      CallInfo info,
      Supplier<String> subject,
      Deadline deadline,
      CallOptions options) {
    this.pipeline = pipeline;
    this.info = info;
    this.subject = subject;
    this.deadline = deadline;
    this.options = options;
  }

  /**
   * Makes one wire operation, repeated as the call's retry policy says.
   *
   * @param operation the wire operation
   * @param request the driver's method with its arguments
   * @param <T> what it returns
   * @return the driver's answer
   * @throws RosterException if it fails for good
   */
  public <T> T send(Operation operation, DriverCall<T> request) {
    return send(operation, request, pipeline.policy(options), UnaryOperator.identity());
  }

  /** As {@link #send(Operation, DriverCall)}, but a failure other than throttling is final. */
  <T> T sendOnce(Operation operation, DriverCall<T> request) {
    RetryPolicy once = pipeline.policy(options).withMaxAttempts(1);
    return send(operation, request, once, UnaryOperator.identity());
  }

  /**
   * As {@link #send(Operation, DriverCall)}, with a second look at each failure before it is
   * decided whether to repeat.
   */
  <T> T send(
      Operation operation, DriverCall<T> request, UnaryOperator<ErrorDescription> secondLook) {
    return send(operation, request, pipeline.policy(options), secondLook);
  }

  private <T> T send(
      Operation operation,
      DriverCall<T> request,
      RetryPolicy policy,
      UnaryOperator<ErrorDescription> secondLook) {
    return new RetryLoop<>(pipeline, this, operation, request, policy, secondLook).run();
  }

  /**
   * An error that this side finds in a reply.
   *
   * @param code what is wrong
   * @param message what is wrong, in words
   * @return the error to throw
   */
  public RosterException failure(ErrorCode code, String message) {
    Reach reach = reachedService ? Reach.REFUSED : Reach.NOT_SENT;
    ErrorDescription description = ErrorDescription.builder(code, reach).message(message).build();
    return Failures.exception(this, description, null, null);
  }

  /**
   * The driver.
   *
   * @return the pipeline's driver
   */
  public MembershipDriver driver() {
    return pipeline.driver();
  }

  String subject() {
    return subject.get();
  }

  CallInfo info() {
    return info;
  }

  CallOptions options() {
    return options;
  }

  Deadline deadline() {
    return deadline;
  }

  int attempts() {
    return attempts;
  }

  int nextAttempt() {
    return ++attempts;
  }

  void succeeded() {
    reachedService = true;
  }

  void failed(Operation operation, Reach reach) {
    reachedService |= reach != Reach.NOT_SENT;
    maybeApplied |= operation.isWrite() && reach == Reach.MAYBE_APPLIED;
  }

  boolean maybeApplied() {
    return maybeApplied;
  }

  /** Whether a failed write left a question that can still be asked. */
  boolean isOpenQuestion(RosterException failure) {
    return maybeApplied
        && failure.code() != ErrorCode.CANCELLED
        && failure.code() != ErrorCode.CLIENT_CLOSED
        && !deadline.hasPassed();
  }

  Outcome outcome() {
    if (maybeApplied) {
      return Outcome.UNKNOWN;
    }
    return reachedService ? Outcome.NOT_APPLIED : Outcome.NOT_SENT;
  }
}
