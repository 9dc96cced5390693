package dev.roster.examples;

import dev.roster.Membership;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.cache.CachedLookups;
import dev.roster.directory.KnownNames;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** One client per store, opened on first use and shared, as an application should. */
final class Stores implements AutoCloseable {

  private final Map<String, RosterClient> clients = new LinkedHashMap<>();
  private final Map<String, CachedLookups> lookups = new LinkedHashMap<>();

  RosterClient open(String uri) {
    return clients.computeIfAbsent(uri, RosterClient::open);
  }

  /** A person in many groups is looked up once. */
  KnownNames names(String uri, List<Membership> memberships) {
    RosterClient client = open(uri);
    CachedLookups remembered =
        lookups.computeIfAbsent(uri, first -> CachedLookups.around(client).build());
    return KnownNames.none()
        .withMemberNames(remembered.users().names(users(memberships)))
        .withGroupNames(
            remembered.groups().names(memberships.stream().map(Membership::groupId).toList()));
  }

  private static List<UserId> users(List<Membership> memberships) {
    return memberships.stream()
        .map(Membership::memberId)
        .flatMap(member -> member instanceof UserId user ? Stream.of(user) : Stream.empty())
        .toList();
  }

  @Override
  public void close() {
    clients.values().forEach(RosterClient::close);
  }
}
