package dev.roster.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.RosterClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;

/** What {@code docs/observing.md} shows gives meters. */
class ObservingGuideTest {

  private final MeterRegistry meterRegistry = new SimpleMeterRegistry();

  @Test
  void twoListenersGiveAllMeters() {
    String uri = "memory://guide";
    ObservationRegistry observationRegistry = ObservationRegistry.create();
    observationRegistry
        .observationConfig()
        .observationHandler(new DefaultMeterObservationHandler(meterRegistry));
    RosterClient client =
        RosterClient.builder(uri)
            .listener(RosterObservations.of(observationRegistry))
            .listener(RosterMeters.of(meterRegistry))
            .build();
    try (client) {
      assertThat(client.check().isOk()).isTrue();
    }
    assertThat(meterRegistry.get("roster.call").timer().count()).isEqualTo(1);
    assertThat(meterRegistry.get("roster.attempt").timer().count()).isEqualTo(1);
    assertThat(meterRegistry.get("roster.limiter.permitted").gauge().value()).isNaN();
  }
}
