package dev.roster.spring.autoconfigure;

import dev.roster.CallListener;
import dev.roster.RosterClient;
import dev.roster.RosterClientBuilder;
import dev.roster.spring.RosterClientBuilderCustomizer;
import dev.roster.spring.RosterConnection;
import dev.roster.spring.RosterConnectionDetails;
import org.springframework.beans.factory.ObjectProvider;

/** Opens the application's clients. Whoever asks for one closes it. */
final class RosterClients {

  /** What opens a client of a name: named here because bean definitions refer to it as text. */
  static final String OPEN = "open";

  private final RosterProperties properties;
  private final RosterConnectionDetails connections;
  private final ObjectProvider<ProviderDrivers> providers;
  private final ObjectProvider<CallListener> listeners;
  private final ObjectProvider<RosterClientBuilderCustomizer> customizers;

  RosterClients(
      RosterProperties properties,
      RosterConnectionDetails connections,
      ObjectProvider<ProviderDrivers> providers,
      ObjectProvider<CallListener> listeners,
      ObjectProvider<RosterClientBuilderCustomizer> customizers) {
    this.properties = properties;
    this.connections = connections;
    this.providers = providers;
    this.listeners = listeners;
    this.customizers = customizers;
  }

  RosterClient open(String client) {
    try {
      RosterClientBuilder builder = builder(client, connections.connection(client));
      builder.retryPolicy(settings(client).getRetry().policy());
      listeners.orderedStream().forEach(builder::listener);
      customizers.orderedStream().forEach(each -> each.customize(client, builder));
      return builder.build();
    } catch (IllegalArgumentException refused) {
      throw new InvalidClientException(client, refused);
    }
  }

  private RosterClientBuilder builder(String client, RosterConnection connection) {
    return providers
        .orderedStream()
        .filter(each -> each.provider().equals(connection.provider()))
        .findFirst()
        .map(each -> RosterClient.builder(connection.uri(), each.drivers(client, connection)))
        .orElseGet(() -> RosterClient.builder(connection.uri()));
  }

  private ClientProperties settings(String client) {
    return properties.getClients().getOrDefault(client, properties);
  }
}
