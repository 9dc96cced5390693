package dev.roster.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.RosterClient;
import dev.roster.micrometer.CallObservationContext;
import dev.roster.micrometer.CallObservationConvention;
import dev.roster.micrometer.RosterMeters;
import dev.roster.micrometer.RosterObservations;
import dev.roster.spring.RosterClientBuilderCustomizer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.MetricsAutoConfiguration;
import org.springframework.boot.micrometer.metrics.autoconfigure.export.simple.SimpleMetricsExportAutoConfiguration;
import org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Clients are observed where the application observes, each by its name. */
class ObservationTest {

  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  RosterAutoConfiguration.class, RosterObservationAutoConfiguration.class))
          .withPropertyValues(
              "roster.uri=memory://boot-obs?maxCallsPerSecond=50",
              "roster.clients.audit.uri=memory://boot-obs");

  private ObservationRegistry registry() {
    ObservationRegistry registry = ObservationRegistry.create();
    registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
    return registry;
  }

  private ApplicationContextRunner observed() {
    return application
        .withBean(MeterRegistry.class, () -> meters)
        .withBean(ObservationRegistry.class, this::registry);
  }

  @Test
  void everyClientHasTimersAndItsRateByItsName() {
    observed()
        .run(
            context -> {
              context.getBeansOfType(RosterClient.class).values().forEach(RosterClient::check);
              for (String client : new String[] {"default", "audit"}) {
                assertThat(meters.get("roster.call").tag("roster.client", client).timer().count())
                    .isOne();
                assertThat(
                        meters.get("roster.attempt").tag("roster.client", client).timer().count())
                    .isOne();
              }
              assertThat(meters.get(RosterMeters.PERMITTED).tag("roster.client", "default").gauge())
                  .satisfies(gauge -> assertThat(gauge.value()).isEqualTo(50));
            });
  }

  private ApplicationContextRunner withActuator() {
    return application.withConfiguration(
        AutoConfigurations.of(
            ObservationAutoConfiguration.class,
            MetricsAutoConfiguration.class,
            CompositeMeterRegistryAutoConfiguration.class,
            SimpleMetricsExportAutoConfiguration.class));
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void thePropertyOfObservationsSwitchesThemOffAndLeavesTheRateLimiter(boolean enabled) {
    withActuator()
        .withPropertyValues("management.observations.enable.roster=" + enabled)
        .run(
            context -> {
              context.getBean(RosterClient.class).check();
              MeterRegistry registry = context.getBean(MeterRegistry.class);
              int timers = enabled ? 1 : 0;
              assertThat(registry.find("roster.call").timers()).hasSize(timers);
              assertThat(registry.find("roster.attempt").timers()).hasSize(timers);
              assertThat(registry.find(RosterMeters.PERMITTED).gauges()).hasSize(2);
            });
  }

  @Test
  void thePropertyOfMetersSwitchesAllOfThemOff() {
    withActuator()
        .withPropertyValues("management.metrics.enable.roster=false")
        .run(
            context -> {
              context.getBean(RosterClient.class).check();
              assertThat(context.getBean(MeterRegistry.class).getMeters())
                  .noneMatch(meter -> meter.getId().getName().startsWith("roster"));
            });
  }

  /** The application's own names. */
  private static final class Own implements CallObservationConvention {

    @Override
    public String getName() {
      return "own.call";
    }

    @Override
    public boolean supportsContext(Observation.Context context) {
      return context instanceof CallObservationContext;
    }
  }

  @Test
  void aConventionOfTheApplicationsOwnIsUsed() {
    observed()
        .withBean(CallObservationConvention.class, Own::new)
        .run(
            context -> {
              context.getBean(RosterClient.class).check();
              assertThat(meters.get("own.call").timer().count()).isOne();
            });
  }

  @Test
  void aListenerOfTheApplicationsOwnReplacesThatOfTheStarter() {
    ObservationRegistry registry = registry();
    application
        .withBean(MeterRegistry.class, () -> meters)
        .withBean(ObservationRegistry.class, () -> registry)
        .withBean(
            RosterObservations.class, () -> RosterObservations.of(registry).withClientName("mine"))
        .withBean(RosterMeters.class, () -> RosterMeters.of(meters).withClientName("mine"))
        .run(
            context -> {
              context.getBean(RosterClient.class).check();
              assertThat(meters.get("roster.call").timers()).hasSize(1);
              assertThat(meters.get("roster.call").tag("roster.client", "mine").timer().count())
                  .isOne();
              assertThat(meters.get(RosterMeters.PERMITTED).gauges()).hasSize(1);
              assertThat(meters.get(RosterMeters.PERMITTED).tag("roster.client", "mine").gauge())
                  .satisfies(gauge -> assertThat(gauge.value()).isEqualTo(50));
              assertThat(registry.getCurrentObservation()).isNull();
            });
  }

  @Test
  void oneListenerOfTheApplicationLeavesTheOtherOfTheStarter() {
    observed()
        .withBean(RosterMeters.class, () -> RosterMeters.of(meters).withClientName("mine"))
        .run(
            context ->
                assertThat(context.getBeansOfType(RosterClientBuilderCustomizer.class))
                    .containsOnlyKeys("rosterObservations"));
  }

  @Test
  void nothingIsObservedWithoutRegistriesOrWithoutMicrometer() {
    application.run(context -> assertThat(context).hasNotFailed());
    application
        .withClassLoader(new FilteredClassLoader("io.micrometer", "dev.roster.micrometer"))
        .run(context -> assertThat(context).hasNotFailed());
    application
        .withBean(ObservationRegistry.class, this::registry)
        .withClassLoader(new FilteredClassLoader("io.micrometer.core"))
        .run(context -> assertThat(context).hasNotFailed());
  }
}
