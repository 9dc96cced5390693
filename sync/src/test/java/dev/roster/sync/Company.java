package dev.roster.sync;

import dev.roster.CallListener;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.RateLimiter;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.memory.Attributes;
import dev.roster.memory.ManualTime;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryMembershipDriver;
import dev.roster.memory.MemoryMemberships;
import dev.roster.memory.MemoryPersonality;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A store with users and groups that have names, and a client of it. */
final class Company implements AutoCloseable {

  final ManualTime time = new ManualTime();
  final RequestIds requestIds = new RequestIds();
  final Twins twins = new Twins();
  final MemoryIdentityStore store;
  final RosterClient client;
  private final Map<String, GroupId> groups = new LinkedHashMap<>();
  private final Map<String, UserId> users = new LinkedHashMap<>();

  Company(String storeId, MemoryPersonality personality) {
    this(storeId, personality, driver -> driver);
  }

  /** With a service that takes and compares ids in any case. */
  static Company inAnyCase(String storeId, MemoryPersonality personality) {
    return new Company(storeId, personality, AnyCase::in);
  }

  private Company(
      String storeId,
      MemoryPersonality personality,
      UnaryOperator<MemoryMembershipDriver> service) {
    store = new MemoryIdentityStore(new IdentityStoreId(storeId), time, personality.traits());
    client = client(service.apply(twins.in(MemoryMemberships.driver(store))), requestIds);
  }

  /** Another client of the store, to be closed. */
  RosterClient clientWith(CallListener listener) {
    return client(MemoryMemberships.driver(store), listener);
  }

  private RosterClient client(MemoryMembershipDriver driver, CallListener listener) {
    return RosterClient.builder(driver)
        .timeSource(time)
        .settlingTime(Duration.ZERO)
        .listener(listener)
        .rateLimiter(RateLimiter.adaptive(1e9))
        .build();
  }

  GroupId group(String name) {
    return groups.computeIfAbsent(
        name, first -> store.groups().create(Attributes.none().with("displayName", name)));
  }

  UserId user(String name) {
    return user(name, name + "@example.com");
  }

  UserId user(String name, String email) {
    return users.computeIfAbsent(
        name,
        first ->
            store
                .users()
                .create(
                    Attributes.none()
                        .with("userName", name)
                        .with("emails", List.of(Map.of("value", email)))));
  }

  /** Makes a member by someone else than the sync. */
  Membership join(String group, String user) {
    return store.createMembership(group(group), user(user));
  }

  /** The user names of a group's members. */
  Set<String> members(String group) {
    Map<UserId, String> names =
        users.entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey));
    return client.listMemberships(group(group)).stream()
        .map(Membership::memberId)
        .map(names::get)
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    client.close();
  }
}
