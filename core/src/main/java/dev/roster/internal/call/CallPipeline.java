package dev.roster.internal.call;

import dev.roster.CallInfo;
import dev.roster.CallListener;
import dev.roster.CallOptions;
import dev.roster.ErrorCode;
import dev.roster.RosterException;
import dev.roster.internal.attempt.Lifetime;
import dev.roster.internal.concurrent.CallThreads;
import dev.roster.internal.concurrent.QueueTime;
import dev.roster.internal.retry.RetryBudget;
import dev.roster.internal.retry.RetryEngine;
import dev.roster.spi.InvalidInputException;
import dev.roster.spi.MembershipDriver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of every call, put together in one place. From the outside in:
 *
 * <ol>
 *   <li>call: one deadline for everything, waits, attempts and looks included ({@link Call}); it
 *       settles unknown outcomes ({@link MembershipCalls}, {@link Settlement}); what fails becomes
 *       a {@link RosterException} here and nowhere else;
 *   <li>retry: a pure decision, stop or wait, and the loop around it ({@link RetryingSender});
 *   <li>paced: every attempt waits for its turn at the client's one rate limiter ({@link
 *       PacedSender});
 *   <li>observed: events, then exactly one driver call, which is exactly one wire request ({@link
 *       ObservedSender}).
 * </ol>
 *
 * <p>A call may need several wire operations, such as a look after a create whose response was
 * lost; they share its deadline and its count of attempts. Thread-safe.
 */
public final class CallPipeline implements AutoCloseable {

  private static final AtomicLong CALL_IDS = new AtomicLong();

  private final MembershipDriver driver;
  private final ClientSettings settings;
  private final DoubleSupplier jitter;
  private final CallListener listener;
  private final Failures failures;
  private final CallThreads threads = new CallThreads();
  private final Lifetime lifetime = new Lifetime();
  private final QueueTime queueTime = new QueueTime();
  private final CallWaits waits;
  private final RequestSender paced;
  private final RequestSender retried;

  /**
   * A pipeline in front of a driver.
   *
   * @param driver the driver; closed with the pipeline
   * @param settings what the client is set to
   */
  public CallPipeline(MembershipDriver driver, ClientSettings settings) {
    this(driver, settings, () -> ThreadLocalRandom.current().nextDouble());
  }

  CallPipeline(MembershipDriver driver, ClientSettings settings, DoubleSupplier jitter) {
    this.driver = driver;
    this.settings = settings;
    this.jitter = jitter;
    this.listener = listeners(settings);
    this.failures = new Failures(driver);
    this.waits = new CallWaits(lifetime, settings.time());
    var observed = new ObservedSender(failures, lifetime, settings.time(), listener);
    this.paced = new PacedSender(waits, settings.time(), listener, observed);
    this.retried =
        new RetryingSender(new RetryEngine(jitter), new RetryBudget(), waits, listener, paced);
  }

  private static CallListener listeners(ClientSettings settings) {
    List<CallListener> listeners = new ArrayList<>(settings.listeners());
    listeners.add(new LoggingListener());
    return new SafeListener(listeners);
  }

  /**
   * What a call consists of.
   *
   * @param <T> what it returns
   */
  @FunctionalInterface
  public interface Body<T> {

    /**
     * Makes the requests of the call.
     *
     * @param call the call
     * @return the call's result
     * @throws RequestFailed if the call fails
     */
    T run(Call call) throws RequestFailed;
  }

  /**
   * Makes one call of the client, under one deadline.
   *
   * @param operation the client's method
   * @param subject what it is about
   * @param options what the call does differently
   * @param body what the call consists of
   * @param <T> what the call returns
   * @return the body's result
   * @throws RosterException if the body fails; errors of the platform are thrown as they are, and
   *     listeners are notified of them in the form of such an exception
   */
  public <T> T call(String operation, CallSubject subject, CallOptions options, Body<T> body) {
    Call call = start(operation, subject, options);
    listener.operationStarted(call.info());
    try {
      refuseIfLate(call);
      T result = body.run(call);
      listener.operationSucceeded(call.info(), call.attempts(), call.deadline().elapsed());
      return result;
    } catch (RequestFailed failed) {
      throw failed(call, failed);
    } catch (RuntimeException | Error broken) {
      RosterException unexpected = failures.unexpected(call, broken);
      listener.operationFailed(call.info(), unexpected, call.deadline().elapsed());
      throw broken;
    }
  }

  private RosterException failed(Call call, RequestFailed failed) {
    RosterException exception = failures.exception(call, failed);
    listener.operationFailed(call.info(), exception, call.deadline().elapsed());
    if (exception.code() == ErrorCode.CANCELLED) {
      Thread.currentThread().interrupt();
    }
    return exception;
  }

  private Call start(String operation, CallSubject subject, CallOptions options) {
    CallInfo info = info(operation, options);
    if (lifetime.isClosed()) {
      throw failure(operation, ErrorCode.CLIENT_CLOSED, "the client is closed");
    }
    Duration allowed = options.deadline().orElse(settings.deadline());
    long start = queueTime.startOf(settings.time().nanoTime());
    Deadline deadline = Deadline.since(start, allowed, settings.time());
    return new Call(this, info, subject, deadline, options);
  }

  /** A call that waited too long for a thread takes no turn from others. */
  private static void refuseIfLate(Call call) throws RequestFailed {
    if (call.deadline().hasPassed()) {
      throw call.failure(ErrorCode.TIMEOUT, "the deadline passed before a thread began the call");
    }
  }

  /**
   * Whether the client is closed.
   *
   * @return whether every call fails at once
   */
  public boolean isClosed() {
    return lifetime.isClosed();
  }

  /**
   * Work for another thread, whose first call counts its deadline from now.
   *
   * @param work makes calls of this pipeline
   * @param <T> what it returns
   * @return the work
   */
  public <T extends @Nullable Object> Supplier<T> submitted(Supplier<T> work) {
    return queueTime.since(settings.time().nanoTime(), work);
  }

  private CallInfo info(String operation, CallOptions options) {
    return new CallInfo(
        CALL_IDS.incrementAndGet(),
        driver.provider(),
        driver.identityStoreId(),
        operation,
        options.correlationIds());
  }

  /**
   * Refuses input before a call begins.
   *
   * @param operation the client's method
   * @param broken which field broke which rule
   * @return the error to throw
   */
  public RosterException invalid(String operation, InvalidInputException broken) {
    return failures.invalid(operation, broken);
  }

  /** An error between two calls, such as a token that cannot be used. */
  RosterException failure(String operation, ErrorCode code, String message) {
    return failures.exception(operation, code, message);
  }

  /** Ends what is under way with {@link ErrorCode#CLIENT_CLOSED}, then closes the driver. */
  @Override
  public void close() {
    if (lifetime.close()) {
      threads.close();
      driver.close();
    }
  }

  /**
   * The driver at the end of the pipeline.
   *
   * @return the driver
   */
  public MembershipDriver driver() {
    return driver;
  }

  /**
   * The client's own threads.
   *
   * @return an executor that ends with the client
   */
  public Executor threads() {
    return threads;
  }

  ClientSettings settings() {
    return settings;
  }

  RequestSender retried() {
    return retried;
  }

  RequestSender paced() {
    return paced;
  }

  Settlement settlement(Call call) {
    Deadline end = Deadline.after(call.settlingTime(), settings.time());
    return new Settlement(call, waits, jitter, end);
  }
}
