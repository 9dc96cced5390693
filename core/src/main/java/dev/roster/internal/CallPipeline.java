package dev.roster.internal;

import dev.roster.CallInfo;
import dev.roster.CallListener;
import dev.roster.CallOptions;
import dev.roster.ErrorCode;
import dev.roster.RetryPolicy;
import dev.roster.RosterException;
import dev.roster.spi.InvalidInputException;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of every call, put together in one place. From the outside in:
 *
 * <ol>
 *   <li>deadline: one clock for the whole call, waits, attempts and read-backs included ({@link
 *       Deadline});
 *   <li>retry: a pure decision, stop or wait ({@link RetryEngine}), and the loop around it ({@link
 *       RetryLoop});
 *   <li>pacing: every attempt waits its turn at the client's one rate limiter ({@link Pacer});
 *   <li>attempt: events, then exactly one driver call, which is exactly one wire request ({@link
 *       Attempt}).
 * </ol>
 *
 * <p>A call may need several wire operations, such as a read-back after a create whose reply was
 * lost; they share its deadline and its count of attempts. A failure becomes a {@link
 * RosterException} in one place, {@link Failures}. Thread-safe.
 */
public final class CallPipeline implements AutoCloseable {

  private static final AtomicLong CALL_IDS = new AtomicLong();

  private final MembershipDriver driver;
  private final ClientSettings settings;
  private final RetryEngine engine;
  private final RetryBudget budget = new RetryBudget();
  private final Pacer pacer;
  private final CallListener listener;
  private final CallThreads threads = new CallThreads();
  private final Lifetime lifetime = new Lifetime();
  private final QueueTime queueTime = new QueueTime();

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
    this.engine = new RetryEngine(jitter);
    this.pacer = settings.pacer();
    List<CallListener> listeners = new ArrayList<>(settings.listeners());
    listeners.add(new LoggingListener());
    this.listener = new SafeListener(listeners);
  }

  /**
   * Makes one call of the client, under one deadline.
   *
   * @param operation the client's method
   * @param subject what it is about, for the message of an error; read only when there is one
   * @param options what the call does differently
   * @param body what the call consists of
   * @param <T> what the call returns
   * @return the body's answer
   * @throws RosterException as the body throws it; so do errors of the platform, which listeners
   *     are told of in the form of such an exception
   */
  public <T> T call(
      String operation, Supplier<String> subject, CallOptions options, Function<Call, T> body) {
    Call call = start(operation, subject, options);
    listener.operationStarted(call.info());
    try {
      refuseIfLate(call);
      T result = body.apply(call);
      listener.operationSucceeded(call.info(), call.attempts(), call.deadline().elapsed());
      return result;
    } catch (RosterException error) {
      listener.operationFailed(call.info(), error, call.deadline().elapsed());
      throw error;
    } catch (RuntimeException | Error broken) {
      listener.operationFailed(
          call.info(), Failures.unexpected(call, broken), call.deadline().elapsed());
      throw broken;
    }
  }

  private Call start(String operation, Supplier<String> subject, CallOptions options) {
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
  private static void refuseIfLate(Call call) {
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

  /**
   * Refuses input before a call begins.
   *
   * @param operation the client's method
   * @param broken which field broke which rule
   * @return the error to throw
   */
  public RosterException invalid(String operation, InvalidInputException broken) {
    return RosterException.builder(ErrorCode.INVALID_ARGUMENT, driver.provider(), operation)
        .message("%s: %s; nothing was sent".formatted(operation, broken.getMessage()))
        .cause(broken)
        .build();
  }

  /** An error between two calls, such as a token that cannot be used. */
  RosterException failure(String operation, ErrorCode code, String message) {
    return RosterException.builder(code, driver.provider(), operation)
        .message("%s: %s. %s".formatted(operation, message, code.advice()))
        .build();
  }

  private CallInfo info(String operation, CallOptions options) {
    return new CallInfo(
        CALL_IDS.incrementAndGet(),
        driver.provider(),
        driver.identityStoreId(),
        operation,
        options.correlationIds());
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

  RetryEngine engine() {
    return engine;
  }

  RetryBudget budget() {
    return budget;
  }

  Pacer pacer() {
    return pacer;
  }

  CallListener listener() {
    return listener;
  }

  Lifetime lifetime() {
    return lifetime;
  }

  TimeSource time() {
    return settings.time();
  }

  RetryPolicy policy(CallOptions options) {
    return options.retryPolicy().orElse(settings.retryPolicy());
  }

  Duration attemptTimeout(CallOptions options) {
    return options.attemptTimeout().orElse(settings.attemptTimeout());
  }
}
