package dev.roster.internal.call;

import dev.roster.CallInfo;
import dev.roster.CallListener;
import dev.roster.CallOptions;
import dev.roster.ClientInfo;
import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.RosterException;
import dev.roster.ThreadContext;
import dev.roster.internal.attempt.Lifetime;
import dev.roster.internal.concurrent.CallThreads;
import dev.roster.internal.concurrent.QueueTime;
import dev.roster.internal.configuration.ClientSettings;
import dev.roster.internal.errors.Failures;
import dev.roster.internal.errors.RequestFailed;
import dev.roster.internal.events.SafeListener;
import dev.roster.internal.pacing.Limiter;
import dev.roster.internal.retry.RetryBudget;
import dev.roster.internal.retry.RetryEngine;
import dev.roster.spi.InvalidInputException;
import dev.roster.spi.MembershipDriver;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The way of every call of a client. {@link #layers} builds it; from the outside in:
 *
 * <ol>
 *   <li>call: one deadline for everything, waits, attempts and settling reads included; events;
 *       what fails becomes a {@link RosterException} ({@link #call}, which makes a {@link Call});
 *   <li>retry: attempts until the engine says stop ({@link RetryLoop});
 *   <li>paced: every attempt waits for its turn at the client's rate limiter ({@link PacedSender});
 *   <li>observed: events, then exactly one driver call, which is one request ({@link
 *       ObservedSender}).
 * </ol>
 *
 * <p>A call may need several requests, such as a read after a create whose response was lost; they
 * share its deadline and its count of attempts. Thread-safe.
 */
public final class CallPipeline implements AutoCloseable {

  private static final AtomicLong CALL_IDS = new AtomicLong();

  private final MembershipDriver driver;
  private final ClientSettings settings;
  private final CallListener listener;
  private final Failures failures;
  private final CallThreads threads = new CallThreads();
  private final Lifetime lifetime = new Lifetime();
  private final QueueTime queueTime = new QueueTime();
  private final CallsInQueue queue = new CallsInQueue(lifetime);

  private final Layers layers;
  private volatile @Nullable ClientInfo client;

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
    this.listener = SafeListener.of(settings.listeners());
    this.failures = new Failures(driver);
    this.layers = layers(driver, settings, listener, failures, lifetime, jitter);
  }

  /** The layers below the call, built from the inside out. */
  private static Layers layers(
      MembershipDriver driver,
      ClientSettings settings,
      CallListener listener,
      Failures failures,
      Lifetime lifetime,
      DoubleSupplier jitter) {
    CallWaits waits = new CallWaits(lifetime, settings.time());
    RequestSender observed = new ObservedSender(failures, lifetime, settings.time(), listener);
    RequestSender paced = new PacedSender(waits, settings.time(), listener, observed);
    RequestSender retried =
        new RetryLoop(new RetryEngine(jitter), new RetryBudget(), waits, listener, paced);
    return new Layers(retried, paced, driver, waits, jitter);
  }

  /**
   * Notifies the listeners of the client, now and at the close.
   *
   * @param opened the client of this pipeline
   */
  public void opened(ClientInfo opened) {
    client = opened;
    listener.clientOpened(opened);
  }

  /**
   * The context of the calling thread, for another one that works for it.
   *
   * @return what the listeners keep, and the logging context
   */
  public ThreadContext threadContext() {
    return listener.threadContext();
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
   * @param method the client's method
   * @param subject what it is about
   * @param options what the call does differently
   * @param body what the call consists of
   * @param <T> what the call returns
   * @return the body's result
   * @throws RosterException if the subject's ids are refused or the body fails; errors of the
   *     platform are thrown as they are, and listeners are notified of them in the form of such an
   *     exception
   */
  public <T> T call(ClientMethod method, CallSubject subject, CallOptions options, Body<T> body) {
    check(method, subject);
    Call call = start(method, subject, options);
    listener.operationStarted(call.info());
    try {
      refuseIfLate(call);
      T result = body.run(call);
      listener.operationSucceeded(call.info(), call.attempts(), call.elapsed());
      return result;
    } catch (RequestFailed failed) {
      throw failed(call, failed);
    } catch (RuntimeException | Error broken) {
      RosterException unexpected = failures.unexpected(call, broken);
      listener.operationFailed(call.info(), unexpected, call.elapsed());
      throw broken;
    }
  }

  private RosterException failed(Call call, RequestFailed failed) {
    RosterException exception = failures.exception(call, failed);
    listener.operationFailed(call.info(), exception, call.elapsed());
    if (exception.code() == ErrorCode.CANCELLED) {
      Thread.currentThread().interrupt();
    }
    return exception;
  }

  /**
   * Refuses ids that break a documented rule, before anything is sent.
   *
   * @param method the client's method
   * @param subject what it is about
   * @throws RosterException with {@link ErrorCode#INVALID_ARGUMENT}
   */
  public void check(ClientMethod method, CallSubject subject) {
    try {
      subject.ids().accept(driver.idRules());
    } catch (InvalidInputException broken) {
      throw failures.invalid(method, broken);
    }
  }

  private Call start(ClientMethod method, CallSubject subject, CallOptions options) {
    if (lifetime.isClosed()) {
      throw failure(method, ErrorCode.CLIENT_CLOSED, "the client is closed");
    }
    long start = queueTime.startOf(settings.time().nanoTime());
    CallInfo info = info(method, subject, options);
    return new Call(layers, settings.with(options), options, method, subject, info, start);
  }

  private CallInfo info(ClientMethod method, CallSubject subject, CallOptions options) {
    CallInfo.Builder info =
        CallInfo.builder(driver.provider(), driver.identityStoreId(), method)
            .callId(CALL_IDS.incrementAndGet())
            .correlationIds(options.correlationIds());
    if (listener.wantsIdentifiers()) {
      subject.identifiers().accept(info);
    }
    return info.build();
  }

  /** A call that waited too long for a thread takes no turn from others. */
  private static void refuseIfLate(Call call) throws RequestFailed {
    if (call.deadline().hasPassed()) {
      throw call.failure(ErrorCode.TIMEOUT, "the deadline passed before a thread began the call");
    }
  }

  /** What makes the errors of calls. */
  public Failures failures() {
    return failures;
  }

  /**
   * An error between two calls, such as a token that cannot be used.
   *
   * @param method the client's method
   * @param code what is wrong
   * @param message what is wrong, in words
   * @return the error to throw
   */
  public RosterException failure(ClientMethod method, ErrorCode code, String message) {
    return failures.exception(method, code, message);
  }

  /**
   * Calls on the threads of an executor.
   *
   * @param executor runs the calls
   * @param options what the calls do differently
   * @return calls that count their deadline from their submission
   */
  public SubmittedCalls on(Executor executor, CallOptions options) {
    Objects.requireNonNull(executor, "executor must not be null");
    return new SubmittedCalls(
        executor,
        this::threadContext,
        failures,
        lifetime,
        queueTime,
        queue,
        settings.with(options).deadline(),
        settings.time());
  }

  /**
   * The client's own threads.
   *
   * @return an executor that ends with the client
   */
  public Executor threads() {
    return threads;
  }

  /** What the client is set to. */
  public ClientSettings settings() {
    return settings;
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
   * The rate limiter of every attempt.
   *
   * @return the client's own, or the one that it shares
   */
  public Limiter limiter() {
    return settings.limiter();
  }

  /** Ends what is under way with {@link ErrorCode#CLIENT_CLOSED}, then closes the driver. */
  @Override
  public void close() {
    if (lifetime.close()) {
      queue.close();
      threads.close();
      try {
        driver.close();
      } finally {
        notifyOfClose();
      }
    }
  }

  private void notifyOfClose() {
    ClientInfo opened = client;
    if (opened != null) {
      listener.clientClosed(opened);
    }
  }
}
