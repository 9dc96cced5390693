package dev.roster.micrometer;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * The names and keys of the observation of attempts. An application can give its own, with {@link
 * RosterObservations#withAttemptConvention} or as a global convention of its registry.
 */
public interface AttemptObservationConvention
    extends ObservationConvention<AttemptObservationContext> {

  @Override
  default boolean supportsContext(Observation.Context context) {
    return context instanceof AttemptObservationContext;
  }
}
