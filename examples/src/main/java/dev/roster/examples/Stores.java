package dev.roster.examples;

import dev.roster.MembershipClient;
import java.util.LinkedHashMap;
import java.util.Map;

/** One client per store, opened on first use and shared, as an application should. */
final class Stores implements AutoCloseable {

  private final Map<String, MembershipClient> clients = new LinkedHashMap<>();

  MembershipClient open(String uri) {
    return clients.computeIfAbsent(uri, MembershipClient::open);
  }

  @Override
  public void close() {
    clients.values().forEach(MembershipClient::close);
  }
}
