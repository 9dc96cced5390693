package dev.roster.micrometer;

import dev.roster.CallOptions;
import dev.roster.Operation;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.distribution.DistributionStatisticConfig;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Duration;

/** A client that does a little of everything, and its meters as Prometheus reads them. */
final class ScrapedActivity implements AutoCloseable {

  private final PrometheusMeterRegistry meters =
      new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private final ObservedStore observed = new ObservedStore();
  private final RosterClient client;

  ScrapedActivity() {
    meters.config().meterFilter(new Histograms());
    observed
        .registry
        .observationConfig()
        .observationHandler(new DefaultMeterObservationHandler(meters));
    client =
        RosterClient.builder("memory://" + observed.name)
            .timeSource(observed.time)
            .maxCallsPerSecond(10)
            .settlingTime(Duration.ZERO)
            .listener(RosterObservations.of(observed.registry))
            .listener(RosterMeters.of(meters))
            .build();
  }

  /** Percentiles of calls, as an application can ask for them. */
  private static final class Histograms implements MeterFilter {

    @Override
    public DistributionStatisticConfig configure(
        Meter.Id id, DistributionStatisticConfig otherwise) {
      return DistributionStatisticConfig.builder()
          .percentilesHistogram(id.getName().equals("roster.call"))
          .build()
          .merge(otherwise);
    }
  }

  /** Calls that succeed, are throttled, lose their responses, and fail; and a listing. */
  String scrapeAfterCalls() {
    observed.store.faults().on(Operation.CREATE_MEMBERSHIP).next(Fault.throttle());
    client.ensureMember(observed.group, observed.store.addUser());
    observed.store.faults().on(Operation.CREATE_MEMBERSHIP).next(Fault.of(FaultKind.RESPONSE_LOST));
    client.ensureMember(observed.group, observed.store.addUser());
    failToCreate();
    client.listMemberships(observed.group).forEach(each -> {});
    return meters.scrape();
  }

  private void failToCreate() {
    observed.store.faults().on(Operation.CREATE_MEMBERSHIP).next(Fault.of(FaultKind.REQUEST_LOST));
    CallOptions once =
        CallOptions.defaults().withRetryPolicy(RetryPolicy.defaults().withMaxAttempts(1));
    try {
      client.with(once).createMembership(observed.group, observed.store.addUser());
    } catch (RosterException expected) {
      // Its outcome is unknown, which the dashboard shows.
    }
  }

  @Override
  public void close() {
    client.close();
    observed.close();
  }
}
