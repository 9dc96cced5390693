package dev.roster.spring.autoconfigure;

import dev.roster.micrometer.AttemptObservationConvention;
import dev.roster.micrometer.CallObservationConvention;
import dev.roster.micrometer.RosterMeters;
import dev.roster.micrometer.RosterObservations;
import dev.roster.spring.RosterClientBuilderCustomizer;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.function.BiFunction;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * Observes every client, by its name, where the application has {@code roster-micrometer} and a
 * registry. An application's own {@link CallObservationConvention} or {@link
 * AttemptObservationConvention} takes the place of the default one, and an application's own {@link
 * RosterObservations} or {@link RosterMeters} bean that of the listener.
 */
@AutoConfiguration(
    before = RosterAutoConfiguration.class,
    afterName = {
      "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration"
    })
@ConditionalOnClass({RosterObservations.class, ObservationRegistry.class})
@SuppressWarnings("exports") // What its annotations name is for Spring alone.
public final class RosterObservationAutoConfiguration {

  /** For Spring. */
  public RosterObservationAutoConfiguration() {}

  /** Timers and spans of calls and attempts. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnBean(ObservationRegistry.class)
  static class Observations {

    @Bean
    @ConditionalOnMissingBean(RosterObservations.class)
    RosterClientBuilderCustomizer rosterObservations(
        ObservationRegistry registry,
        ObjectProvider<CallObservationConvention> calls,
        ObjectProvider<AttemptObservationConvention> attempts) {
      RosterObservations ofCalls =
          applied(RosterObservations.of(registry), calls, RosterObservations::withCallConvention);
      RosterObservations observations =
          applied(ofCalls, attempts, RosterObservations::withAttemptConvention);
      return (client, builder) -> builder.listener(observations.withClientName(client));
    }

    private static <T> RosterObservations applied(
        RosterObservations observations,
        ObjectProvider<T> convention,
        BiFunction<RosterObservations, T, RosterObservations> change) {
      T given = convention.getIfUnique();
      return given == null ? observations : change.apply(observations, given);
    }
  }

  /** Meters of the rate limiters. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterRegistry.class)
  @ConditionalOnBean(MeterRegistry.class)
  static class Meters {

    @Bean
    @ConditionalOnMissingBean(RosterMeters.class)
    RosterClientBuilderCustomizer rosterMeters(MeterRegistry registry) {
      RosterMeters meters = RosterMeters.of(registry);
      return (client, builder) -> builder.listener(meters.withClientName(client));
    }
  }
}
