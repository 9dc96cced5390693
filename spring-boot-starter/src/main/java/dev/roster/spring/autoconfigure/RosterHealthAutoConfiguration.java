package dev.roster.spring.autoconfigure;

import dev.roster.RosterClient;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.health.autoconfigure.contributor.ConditionalOnEnabledHealthIndicator;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The health of each client, where the application has Spring Boot's health. It makes no call, and
 * one look-up at most a minute where {@code roster.health.check} says so.
 */
@AutoConfiguration(after = RosterAutoConfiguration.class)
@ConditionalOnClass({HealthContributor.class, ConditionalOnEnabledHealthIndicator.class})
@ConditionalOnBean(RosterClient.class)
@SuppressWarnings("exports") // What its annotations name is for Spring alone.
public final class RosterHealthAutoConfiguration {

  /** For Spring. */
  public RosterHealthAutoConfiguration() {}

  /** Not above, where Spring would look this condition up before it knows that it is missing. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnEnabledHealthIndicator("roster")
  static class Enabled {

    @Bean
    @ConditionalOnMissingBean(name = {"rosterHealthContributor", "rosterHealthIndicator"})
    HealthContributor rosterHealthContributor(
        Map<String, RosterClient> clients, RosterProperties properties) {
      Map<String, HealthContributor> indicators = new LinkedHashMap<>();
      clients.forEach(
          (name, client) ->
              indicators.put(name, new RosterHealthIndicator(client, properties.getHealth())));
      return indicators.size() == 1
          ? indicators.values().iterator().next()
          : CompositeHealthContributor.fromMap(indicators);
    }
  }
}
