package dev.roster.micrometer;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.Outcome;
import dev.roster.RosterException;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The observations of one call. Used by the thread of the call. */
final class CallUnderWay {

  private final CallObservationContext context;
  private final ObservationRegistry registry;
  private final Observed call;
  private Duration waited = Duration.ZERO;
  private @Nullable AttemptObservationContext attemptContext;
  private @Nullable Observed attempt;

  CallUnderWay(
      CallObservationContext context, Observation observation, ObservationRegistry registry) {
    this.context = context;
    this.registry = registry;
    this.call = Observed.start(observation, registry);
  }

  void waited(Duration time) {
    waited = waited.plus(time);
  }

  void gaveUp(String why) {
    context.gaveUp(why);
  }

  /** An attempt that is about to start. */
  AttemptObservationContext next(AttemptInfo info) {
    AttemptObservationContext next =
        new AttemptObservationContext(context.clientName(), info, waited);
    next.setParentObservation(call.observation());
    waited = Duration.ZERO;
    attemptContext = next;
    return next;
  }

  void started(Observation observation) {
    attempt = Observed.start(observation, registry);
  }

  void ended(AttemptResult result) {
    if (result.outcome().filter(Outcome.UNKNOWN::equals).isPresent()) {
      context.responseLost();
    }
    AttemptObservationContext ending = attemptContext;
    Observed observed = attempt;
    attempt = null;
    if (ending != null && observed != null) {
      ending.ended(result);
      observed.end(failure(result));
    }
  }

  private static @Nullable ObservedFailure failure(AttemptResult result) {
    return result
        .error()
        .map(code -> new ObservedFailure(code, result.providerCode().orElse(null)))
        .orElse(null);
  }

  void succeeded(int attempts) {
    context.ended(attempts, null);
    call.end(null);
  }

  void failed(RosterException error) {
    context.ended(error.attempts(), error);
    call.end(new ObservedFailure(error.code(), error.providerCode().orElse(null)));
  }
}
