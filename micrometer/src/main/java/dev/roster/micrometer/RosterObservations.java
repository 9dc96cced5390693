package dev.roster.micrometer;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallInfo;
import dev.roster.CallListener;
import dev.roster.RosterException;
import dev.roster.ThreadContext;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Makes an observation of each call of a client, and one of each attempt of the call. The handlers
 * of the registry make timers and spans of them, so that one line gives both:
 *
 * <pre>{@code
 * RosterClient client =
 *     RosterClient.builder(uri).listener(RosterObservations.of(registry)).build();
 * }</pre>
 *
 * <p>A call is named {@value DefaultCallConvention#NAME} and an attempt {@value
 * DefaultAttemptConvention#NAME}; {@link RosterKey} lists their keys. The parent of a call is what
 * is current on the thread that asked for it, also where another thread makes it: asynchronous
 * calls, bulk runs, reconciling, queries and read-ahead. The parent of an attempt is its call, and
 * the attempts of a call never overlap. Each is the current observation of its thread while it
 * lasts, so that an HTTP span of an agent is the child of an attempt. Both are internal spans and
 * not those of a client, so that nothing counts a request twice.
 *
 * <p>Nothing in them says which group or member a call is about, error messages included.
 *
 * <p>Immutable and thread-safe; one can be the listener of several clients.
 */
public final class RosterObservations implements CallListener {

  /** The name of a client that was given none. */
  static final String DEFAULT_CLIENT = "default";

  private final ObservationRegistry registry;
  private final String clientName;
  private final @Nullable CallObservationConvention callConvention;
  private final @Nullable AttemptObservationConvention attemptConvention;
  private final Map<Long, CallUnderWay> underWay = new ConcurrentHashMap<>();

  private RosterObservations(
      ObservationRegistry registry,
      String clientName,
      @Nullable CallObservationConvention callConvention,
      @Nullable AttemptObservationConvention attemptConvention) {
    this.registry = registry;
    this.clientName = clientName;
    this.callConvention = callConvention;
    this.attemptConvention = attemptConvention;
  }

  /**
   * A listener with the default names and keys.
   *
   * @param registry handles the observations
   * @return a new listener
   */
  public static RosterObservations of(ObservationRegistry registry) {
    Objects.requireNonNull(registry, "registry must not be null");
    return new RosterObservations(registry, DEFAULT_CLIENT, null, null);
  }

  /**
   * The same with a name for the client, to tell several clients of an application apart.
   *
   * @param name one of few; it is a key of meters
   * @return a new listener
   */
  public RosterObservations withClientName(String name) {
    Objects.requireNonNull(name, "name must not be null");
    return new RosterObservations(registry, name, callConvention, attemptConvention);
  }

  /**
   * The same with other names and keys of calls.
   *
   * @param convention before a global one of the registry
   * @return a new listener
   */
  public RosterObservations withCallConvention(CallObservationConvention convention) {
    Objects.requireNonNull(convention, "convention must not be null");
    return new RosterObservations(registry, clientName, convention, attemptConvention);
  }

  /**
   * The same with other names and keys of attempts.
   *
   * @param convention before a global one of the registry; for example {@link
   *     RpcAttemptConvention#INSTANCE}
   * @return a new listener
   */
  public RosterObservations withAttemptConvention(AttemptObservationConvention convention) {
    Objects.requireNonNull(convention, "convention must not be null");
    return new RosterObservations(registry, clientName, callConvention, convention);
  }

  /** The current observation, which is the parent of what another thread does for this one. */
  @Override
  public ThreadContext threadContext() {
    Observation current = registry.getCurrentObservation();
    if (current == null) {
      return ThreadContext.NONE;
    }
    return () -> CurrentObservation.open(current, registry);
  }

  @Override
  public void operationStarted(CallInfo call) {
    if (registry.isNoop()) {
      return;
    }
    CallObservationContext context = new CallObservationContext(clientName, call);
    Observation observation =
        Observation.createNotStarted(
            callConvention, DefaultCallConvention.INSTANCE, () -> context, registry);
    underWay.put(call.callId(), new CallUnderWay(context, observation, registry));
  }

  @Override
  public void operationSucceeded(CallInfo call, int attempts, Duration elapsed) {
    CallUnderWay ended = underWay.remove(call.callId());
    if (ended != null) {
      ended.succeeded(attempts);
    }
  }

  @Override
  public void operationFailed(CallInfo call, RosterException error, Duration elapsed) {
    CallUnderWay ended = underWay.remove(call.callId());
    if (ended != null) {
      ended.failed(error);
    }
  }

  @Override
  public void attemptStarted(AttemptInfo attempt) {
    CallUnderWay call = callOf(attempt);
    if (call != null) {
      AttemptObservationContext context = call.next(attempt);
      call.started(
          Observation.createNotStarted(
              attemptConvention, DefaultAttemptConvention.INSTANCE, () -> context, registry));
    }
  }

  @Override
  public void attemptSucceeded(AttemptInfo attempt, AttemptResult result) {
    attemptEnded(attempt, result);
  }

  @Override
  public void attemptFailed(AttemptInfo attempt, AttemptResult result) {
    attemptEnded(attempt, result);
  }

  private void attemptEnded(AttemptInfo attempt, AttemptResult result) {
    CallUnderWay call = callOf(attempt);
    if (call != null) {
      call.ended(result);
    }
  }

  @Override
  public void retriesExhausted(AttemptInfo attempt, String why) {
    CallUnderWay call = callOf(attempt);
    if (call != null) {
      call.gaveUp(why);
    }
  }

  @Override
  public void waitedForPacing(AttemptInfo attempt, Duration waited) {
    CallUnderWay call = callOf(attempt);
    if (call != null) {
      call.waited(waited);
    }
  }

  private @Nullable CallUnderWay callOf(AttemptInfo attempt) {
    return underWay.get(attempt.call().callId());
  }

  @Override
  public String toString() {
    return "RosterObservations[client=%s]".formatted(clientName);
  }
}
