package dev.roster.spring.autoconfigure;

import dev.roster.CallListener;
import dev.roster.RosterClient;
import dev.roster.spring.RosterClientBuilderCustomizer;
import dev.roster.spring.RosterConnection;
import dev.roster.spring.RosterConnectionDetails;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.ImportRuntimeHints;
import org.springframework.context.annotation.Primary;
import org.springframework.core.env.Environment;

/**
 * Makes a {@link RosterClient} of {@code roster.uri}, and one of each {@code
 * roster.clients.NAME.uri}. They are closed with the application. No client is made where no
 * property describes one; that of {@code roster.uri} is not made where the application has a client
 * of its own.
 */
@AutoConfiguration
@EnableConfigurationProperties(RosterProperties.class)
@Import({AwsConfiguration.class, HuaweiConfiguration.class, NamedClients.class})
@ImportRuntimeHints(ProviderHints.class)
@SuppressWarnings("exports") // What its annotations name is for Spring alone.
public final class RosterAutoConfiguration {

  /** The bean that opens clients: named here because bean definitions refer to it as text. */
  static final String CLIENTS = "rosterClients";

  /** For Spring. */
  public RosterAutoConfiguration() {}

  @Bean
  ConfiguredConnections configuredRosterConnections(
      RosterProperties properties, Environment environment) {
    UnknownProperties.refuse(environment);
    return new ConfiguredConnections(properties);
  }

  @Bean
  BeansOfClient beansOfRosterClient(
      ConfigurableListableBeanFactory beans, ConfiguredConnections configured) {
    return new BeansOfClient(beans, configured::clients);
  }

  @Bean(CLIENTS)
  RosterClients rosterClients(
      RosterProperties properties,
      ConfiguredConnections configured,
      ObjectProvider<RosterConnectionDetails> details,
      ObjectProvider<ProviderDrivers> providers,
      ObjectProvider<CallListener> listeners,
      ObjectProvider<RosterClientBuilderCustomizer> customizers) {
    RosterConnectionDetails connections =
        details.getIfAvailable(() -> client -> configured(configured, client));
    return new RosterClients(properties, connections, providers, listeners, customizers);
  }

  @Bean
  @Primary
  @ConditionalOnMissingBean
  @Conditional(OnDefaultClient.class)
  RosterClient rosterClient(RosterClients clients) {
    return clients.open(RosterConnectionDetails.DEFAULT_CLIENT);
  }

  private static RosterConnection configured(ConfiguredConnections connections, String client) {
    return connections
        .connection(client)
        .orElseThrow(() -> new IllegalArgumentException("no property describes it"));
  }
}
