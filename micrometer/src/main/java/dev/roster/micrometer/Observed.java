package dev.roster.micrometer;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * An observation under way, which is the current one of its thread from its start to its end.
 *
 * @param observation the observation
 * @param current makes it the current one
 */
record Observed(Observation observation, CurrentObservation current) {

  /** Starts it, or stops it again: handlers keep what has started until then. */
  static Observed start(Observation observation, ObservationRegistry registry) {
    try {
      observation.start();
      return new Observed(observation, CurrentObservation.open(observation, registry));
    } catch (Throwable broken) {
      stop(observation, broken);
      throw broken;
    }
  }

  private static void stop(Observation observation, Throwable broken) {
    try {
      observation.stop();
    } catch (Throwable alsoBroken) {
      if (alsoBroken != broken) {
        broken.addSuppressed(alsoBroken);
      }
    }
  }

  /** Ends it, whatever a handler throws: a scope that stayed open would be the parent of others. */
  void end(@Nullable ObservedFailure failure) {
    try {
      if (failure != null) {
        observation.error(failure);
      }
    } finally {
      close();
    }
  }

  private void close() {
    try {
      current.close();
    } finally {
      observation.stop();
    }
  }
}
