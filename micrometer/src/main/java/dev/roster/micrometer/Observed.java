package dev.roster.micrometer;

import io.micrometer.observation.Observation;
import org.jspecify.annotations.Nullable;

/**
 * An observation under way, which is the current one of its thread from its start to its end.
 *
 * @param observation the observation
 * @param scope makes it the current one
 */
record Observed(Observation observation, Observation.Scope scope) {

  static Observed start(Observation observation) {
    observation.start();
    return new Observed(observation, observation.openScope());
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
      scope.close();
    } finally {
      observation.stop();
    }
  }
}
