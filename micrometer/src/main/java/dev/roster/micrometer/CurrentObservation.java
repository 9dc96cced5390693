package dev.roster.micrometer;

import dev.roster.ThreadContext;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.jspecify.annotations.Nullable;

/**
 * An observation as the current one of its thread. Micrometer sets it before it asks its handlers,
 * and sets it back after that: without this, one that throws would leave the observation behind as
 * the parent of whatever the thread does next.
 *
 * @param registry knows what is current
 * @param before what was current before
 * @param scope makes the observation the current one
 */
record CurrentObservation(
    ObservationRegistry registry, Observation.@Nullable Scope before, Observation.Scope scope)
    implements ThreadContext.Scope {

  static CurrentObservation open(Observation observation, ObservationRegistry registry) {
    Observation.Scope before = registry.getCurrentObservationScope();
    try {
      return new CurrentObservation(registry, before, observation.openScope());
    } catch (Throwable broken) {
      undo(registry, before, broken);
      throw broken;
    }
  }

  /** Closes what is half open, so that the handlers that have opened theirs close them. */
  private static void undo(
      ObservationRegistry registry, Observation.@Nullable Scope before, Throwable broken) {
    Observation.Scope halfOpen = registry.getCurrentObservationScope();
    try {
      if (halfOpen != null && halfOpen != before) {
        halfOpen.close();
      }
    } catch (Throwable alsoBroken) {
      broken.addSuppressed(alsoBroken);
    } finally {
      registry.setCurrentObservationScope(before);
    }
  }

  @Override
  public void close() {
    try {
      scope.close();
    } catch (Throwable broken) {
      registry.setCurrentObservationScope(before);
      throw broken;
    }
  }
}
