package dev.roster.memory;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.CallOptions;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.NotFoundException;
import dev.roster.Operation;
import dev.roster.RateLimiter;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.bulk.BulkEnd;
import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.BulkSummary;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemResult;
import dev.roster.bulk.ItemStatus;
import dev.roster.query.ListingSizes;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the input and whatever fails: the account is exact, and the store agrees with it. */
class BulkPropertiesTest {

  private static final List<FaultKind> FAULTS =
      List.of(
          FaultKind.REQUEST_LOST,
          FaultKind.RESPONSE_LOST,
          FaultKind.SERVER_ERROR_AFTER_COMMIT,
          FaultKind.RESPONSE_GARBLED,
          FaultKind.ACCESS_DENIED,
          FaultKind.CONCURRENT_MODIFICATION,
          FaultKind.CONNECTION_REFUSED);

  private final ManualTime time = new ManualTime();
  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"), time);
  private final RosterClient client =
      RosterClient.builder(MemoryMemberships.driver(store))
          .timeSource(time)
          .rateLimiter(RateLimiter.adaptive(1e9))
          .build();
  private final BulkMemberships bulk = BulkMemberships.of(client);
  private final List<GroupId> groups = Stream.generate(store::addGroup).limit(3).toList();
  private final List<UserId> users = Stream.generate(store::addUser).limit(12).toList();

  @AfterEach
  void close() {
    client.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8})
  void everyItemHasOneOutcomeAndTheStoreIsAsTheOutcomesSay(int concurrency) {
    Random random = new Random(20261121L + concurrency);
    for (int round = 0; round < 60; round++) {
      List<GroupMember> items = anyItems(random);
      boolean adding = random.nextBoolean();
      anyFaults(random);
      List<ItemResult> outcomes = new ArrayList<>();
      BulkMemberships runs = bulk.withConcurrency(concurrency);

      BulkSummary summary =
          adding
              ? runs.add(items.iterator(), outcomes::add)
              : runs.remove(items.iterator(), outcomes::add);
      store.faults().clear();

      assertThat(summary.end()).isEqualTo(BulkEnd.COMPLETED);
      assertThat(outcomes).extracting(ItemResult::item).containsExactlyInAnyOrderElementsOf(items);
      assertThat(countsOf(summary)).isEqualTo(countsOf(outcomes));
      assertThat(outcomes)
          .allMatch(outcome -> outcome.status().isDone() == outcome.error().isEmpty())
          .filteredOn(outcome -> outcome.status().isDone())
          .allMatch(outcome -> isMember(outcome.item()) == adding);
    }
  }

  @Test
  void whatIsRepeatedInTheInputIsMadeOnceAndToldEachTime() {
    List<GroupMember> items = new ArrayList<>();
    users.forEach(user -> IntStream.range(0, 9).forEach(n -> items.add(pair(0, user))));

    BulkSummary added = bulk.add(items.iterator(), outcome -> {});
    BulkSummary removed = bulk.remove(items.iterator(), outcome -> {});

    assertThat(added.count(ItemStatus.CREATED)).isEqualTo(users.size());
    assertThat(added.count(ItemStatus.ALREADY_PRESENT)).isEqualTo(8L * users.size());
    assertThat(removed.count(ItemStatus.REMOVED)).isEqualTo(users.size());
    assertThat(removed.count(ItemStatus.ALREADY_ABSENT)).isEqualTo(8L * users.size());
  }

  @Test
  void aRunEndsAtTheFirstRowOfFailuresThatIsLongEnough() {
    Random random = new Random(20261122);
    for (int round = 0; round < 200; round++) {
      int limit = 1 + random.nextInt(4);
      List<ItemStatus> script = new ArrayList<>();
      List<GroupMember> items = new ArrayList<>();
      for (int call = 1; call <= 30; call++) {
        int kind = random.nextInt(3);
        items.add(
            kind == 0
                ? new GroupMember(new GroupId("g-missing"), users.get(0))
                : pair(0, store.addUser()));
        if (kind == 1) {
          store.faults().onAnyOperation().call(call, Fault.of(FaultKind.ACCESS_DENIED));
        }
        script.add(kind == 1 ? ItemStatus.FAILED : ItemStatus.CREATED);
      }
      int expected = firstRow(script, limit);

      BulkSummary summary =
          bulk.withConcurrency(1).withMaxFailuresInARow(limit).add(items.iterator(), outcome -> {});
      store.faults().clear();

      assertThat(summary.taken()).isEqualTo(expected < 0 ? 30 : expected);
      assertThat(summary.end())
          .isEqualTo(expected < 0 ? BulkEnd.COMPLETED : BulkEnd.TOO_MANY_FAILURES);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 99, 100, 101, 250})
  void removingFromAllGroupsTakesTheCallsThatWereAnnounced(int joined) {
    UserId user = users.get(0);
    List<GroupId> many = Stream.generate(store::addGroup).limit(joined).toList();
    many.forEach(group -> store.createMembership(group, user));
    store.createMembership(groups.get(0), users.get(1));
    ListingSizes sizes = ListingSizes.unknown().withMembers(Map.of(user, (long) joined));
    RosterClient smallPages = client.with(CallOptions.defaults().withPageSize(7));
    List<ItemResult> outcomes = new ArrayList<>();

    BulkSummary summary = BulkMemberships.of(smallPages).removeFromAllGroups(user, outcomes::add);

    assertThat(summary.isComplete()).isTrue();
    assertThat(summary.count(ItemStatus.REMOVED)).isEqualTo(joined);
    assertThat(outcomes)
        .extracting(outcome -> outcome.item().groupId())
        .containsExactlyInAnyOrderElementsOf(many);
    assertThat(store.requests().total()).isEqualTo(sizes.callsToRemove(user));
    assertThat(store.membershipCount()).isEqualTo(1);
  }

  @Test
  void aMemberWhoseGroupsCannotBeReadToTheEndStaysInAllOfThem() {
    Stream.generate(store::addGroup)
        .limit(150)
        .forEach(group -> store.createMembership(group, users.get(0)));
    store
        .faults()
        .on(Operation.LIST_MEMBERSHIPS_FOR_MEMBER)
        .call(2, Fault.of(FaultKind.PAGE_TOKEN_EXPIRED));

    assertThatThrownBy(() -> bulk.removeFromAllGroups(users.get(0), outcome -> {}))
        .hasMessageContaining("listMembershipsForMember");
    assertThatThrownBy(() -> bulk.removeFromAllGroups(new UserId("u-missing"), outcome -> {}))
        .isInstanceOf(NotFoundException.class);

    assertThat(store.membershipCount()).isEqualTo(150);
    assertThat(store.requests().of(Operation.DELETE_MEMBERSHIP)).isZero();
  }

  /** Also repeated ones, and some in a group that does not exist. */
  private List<GroupMember> anyItems(Random random) {
    List<GroupMember> items = new ArrayList<>();
    for (int left = random.nextInt(40); left > 0; left--) {
      UserId user = users.get(random.nextInt(users.size()));
      boolean missing = random.nextInt(10) == 0;
      items.add(
          missing
              ? new GroupMember(new GroupId("g-missing"), user)
              : pair(random.nextInt(groups.size()), user));
    }
    return items;
  }

  private void anyFaults(Random random) {
    Set<Integer> calls = new HashSet<>();
    for (int left = random.nextInt(20); left > 0; left--) {
      int call = 1 + random.nextInt(60);
      if (calls.add(call)) {
        FaultKind kind = FAULTS.get(random.nextInt(FAULTS.size()));
        store.faults().onAnyOperation().call(call, Fault.of(kind));
      }
    }
  }

  private boolean isMember(GroupMember pair) {
    return !pair.groupId().equals(new GroupId("g-missing"))
        && client
            .isMemberInGroups(pair.memberId(), List.of(pair.groupId()))
            .getOrDefault(pair.groupId(), false);
  }

  private GroupMember pair(int group, UserId user) {
    return new GroupMember(groups.get(group), user);
  }

  private static Map<ItemStatus, Long> countsOf(List<ItemResult> outcomes) {
    return outcomes.stream().collect(groupingBy(ItemResult::status, counting()));
  }

  private static Map<ItemStatus, Long> countsOf(BulkSummary summary) {
    return Stream.of(ItemStatus.values())
        .filter(result -> summary.count(result) > 0)
        .collect(Collectors.toMap(result -> result, summary::count));
  }

  /** After how many items a row of failures is complete; negative where none is. */
  private static int firstRow(List<ItemStatus> script, int limit) {
    int row = 0;
    for (int item = 0; item < script.size(); item++) {
      row = script.get(item) == ItemStatus.FAILED ? row + 1 : 0;
      if (row == limit) {
        return item + 1;
      }
    }
    return -1;
  }
}
