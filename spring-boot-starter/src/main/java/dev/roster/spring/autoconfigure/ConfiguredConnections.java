package dev.roster.spring.autoconfigure;

import dev.roster.spring.RosterConnection;
import dev.roster.spring.RosterConnectionDetails;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Where clients connect to, as the properties say it. A bean of every application. */
public final class ConfiguredConnections {

  private static final String PREFIX = "roster";

  private final Map<String, ClientProperties> clients = new LinkedHashMap<>();

  ConfiguredConnections(RosterProperties properties) {
    if (properties.getUri() != null || properties.getProvider() != null) {
      clients.put(RosterConnectionDetails.DEFAULT_CLIENT, properties);
    }
    properties.getClients().forEach(clients::putIfAbsent);
  }

  /**
   * The names of the clients that properties describe.
   *
   * @return {@link RosterConnectionDetails#DEFAULT_CLIENT} first, if it is one of them;
   *     unmodifiable
   */
  public Set<String> clients() {
    return Collections.unmodifiableSet(clients.keySet());
  }

  /**
   * Where a client connects to.
   *
   * @param client the client's name
   * @return empty where no property describes such a client
   * @throws IllegalArgumentException if a property is missing or contradicts another; the message
   *     names it
   */
  public Optional<RosterConnection> connection(String client) {
    return Optional.ofNullable(clients.get(client))
        .map(properties -> ClientUri.of(prefix(client), properties));
  }

  private static String prefix(String client) {
    return client.equals(RosterConnectionDetails.DEFAULT_CLIENT)
        ? PREFIX
        : PREFIX + ".clients." + client;
  }
}
