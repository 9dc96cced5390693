package dev.roster.examples;

import dev.roster.RosterClient;
import java.util.LinkedHashMap;
import java.util.Map;

/** One client per store, opened on first use and shared, as an application should. */
final class Stores implements AutoCloseable {

  private final Map<String, RosterClient> clients = new LinkedHashMap<>();

  RosterClient open(String uri) {
    return clients.computeIfAbsent(uri, RosterClient::open);
  }

  @Override
  public void close() {
    clients.values().forEach(RosterClient::close);
  }
}
