package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.Absence;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberBatches;
import dev.roster.MemberId;
import dev.roster.MemberResult;
import dev.roster.Operation;
import dev.roster.Presence;
import dev.roster.RateLimiter;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.bulk.BulkEnd;
import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.BulkSummary;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemResult;
import dev.roster.bulk.ItemStatus;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.Reconciler;
import dev.roster.reconcile.RemovalGuard;
import dev.roster.spi.ServiceTraits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bulk runs and reconciling over services that change several members with a request. */
class BatchWritesTest {

  private static final int MOST = 100;

  /** Threads that wait for turns would turn the one clock of all beyond each other's deadlines. */
  private static final double NO_LIMIT = 1e9;

  private static final ServiceTraits TELLING =
      MemoryPersonality.TELLING.traits().toBuilder().membersPerWrite(MOST, true).build();
  private static final ServiceTraits EACH_FOR_ITSELF =
      TELLING.toBuilder().membersPerWrite(MOST, false).build();

  private final List<RosterClient> opened = new ArrayList<>();
  private final ManualTime time = new ManualTime();
  private MemoryIdentityStore store = store(TELLING);

  @AfterEach
  void close() {
    opened.forEach(RosterClient::close);
  }

  private static MemoryIdentityStore store(ServiceTraits traits) {
    return new MemoryIdentityStore(
        new IdentityStoreId("d-1234567890"), InstantSource.system(), traits);
  }

  private RosterClient client(ServiceTraits traits) {
    store = store(traits);
    RosterClient client =
        RosterClient.builder(MemoryMemberships.driver(store))
            .timeSource(time)
            .rateLimiter(RateLimiter.adaptive(NO_LIMIT))
            .build();
    opened.add(client);
    return client;
  }

  private List<MemberId> users(int count) {
    return new ArrayList<>(Stream.generate(store::addUser).limit(count).toList());
  }

  private static List<GroupMember> pairs(GroupId group, List<MemberId> users) {
    return users.stream().map(user -> new GroupMember(group, user)).toList();
  }

  private long added() {
    return store.requests().of(Operation.ADD_MEMBERS);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 12, 49, 50, 63, 98, 99})
  void oneBadMemberAmongAHundredCostsAtMostFourteenMoreRequests(int position) {
    RosterClient client = client(TELLING);
    GroupId group = store.addGroup();
    List<MemberId> users = users(MOST);
    users.set(position, new UserId("absent"));
    List<ItemResult> results = new ArrayList<>();
    BulkSummary summary =
        BulkMemberships.of(client).add(pairs(group, users).iterator(), results::add);
    assertThat(summary.count(ItemStatus.CREATED)).isEqualTo(MOST - 1);
    assertThat(summary.count(ItemStatus.FAILED)).isEqualTo(1);
    assertThat(summary.firstError().orElseThrow().code()).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(store.requests().total()).isLessThanOrEqualTo(15);
    assertThat(results).hasSize(MOST);
  }

  @Test
  void severalBadMembersCostInProportion() {
    RosterClient client = client(TELLING);
    GroupId group = store.addGroup();
    List<MemberId> users = users(MOST);
    IntStream.of(3, 40, 41, 90).forEach(bad -> users.set(bad, new UserId("absent-" + bad)));
    BulkSummary summary =
        BulkMemberships.of(client).add(pairs(group, users).iterator(), result -> {});
    assertThat(summary.count(ItemStatus.CREATED)).isEqualTo(MOST - 4);
    assertThat(summary.count(ItemStatus.FAILED)).isEqualTo(4);
    assertThat(store.requests().total()).isLessThanOrEqualTo(1 + 4 * 14);
  }

  @Test
  void whereEachIsForItselfABadMemberCostsNoMoreRequests() {
    RosterClient client = client(EACH_FOR_ITSELF);
    GroupId group = store.addGroup();
    List<MemberId> users = users(MOST);
    store.createMembership(group, users.get(7));
    users.set(50, new UserId("absent"));
    BulkSummary summary =
        BulkMemberships.of(client).add(pairs(group, users).iterator(), result -> {});
    assertThat(summary.count(ItemStatus.CREATED)).isEqualTo(MOST - 2);
    assertThat(summary.count(ItemStatus.ALREADY_PRESENT)).isEqualTo(1);
    assertThat(summary.count(ItemStatus.FAILED)).isEqualTo(1);
    assertThat(store.requests().total()).isEqualTo(1);
  }

  @Test
  void aRunThatIsMadeAgainReadsInsteadOfSearching() {
    RosterClient client = client(TELLING);
    GroupId group = store.addGroup();
    List<MemberId> users = users(MOST);
    users.subList(0, 70).forEach(user -> store.createMembership(group, user));
    BulkSummary summary =
        BulkMemberships.of(client)
            .withGroupSizes(Map.of(group, 70L))
            .add(pairs(group, users).iterator(), result -> {});
    assertThat(summary.count(ItemStatus.ALREADY_PRESENT)).isEqualTo(70);
    assertThat(summary.count(ItemStatus.CREATED)).isEqualTo(30);
    assertThat(added()).isEqualTo(2);
    assertThat(store.requests().of(Operation.LIST_MEMBERSHIPS)).isEqualTo(1);
  }

  @Test
  void aRemovalThatIsMadeAgainReadsInsteadOfSearching() {
    RosterClient client = client(TELLING);
    GroupId group = store.addGroup();
    List<MemberId> users = users(MOST);
    users.subList(0, 30).forEach(user -> store.createMembership(group, user));
    BulkSummary summary =
        BulkMemberships.of(client)
            .withGroupSizes(Map.of(group, 30L))
            .remove(pairs(group, users).iterator(), result -> {});
    assertThat(summary.count(ItemStatus.ALREADY_ABSENT)).isEqualTo(70);
    assertThat(summary.count(ItemStatus.REMOVED)).isEqualTo(30);
    assertThat(store.requests().of(Operation.REMOVE_MEMBERS)).isEqualTo(2);
    assertThat(store.requests().total()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"50, 40, 1, 0", "5000, 40, 0, 40", "5000, 60, 50, 0"})
  void aLostResponseIsSettledByTheListingOrByLookUpsWhicheverIsCheaper(
      long size, int members, int pages, int looks) {
    RosterClient client = client(TELLING);
    GroupId group = store.addGroup();
    users((int) size).forEach(user -> store.createMembership(group, user));
    store.faults().on(Operation.ADD_MEMBERS).next(Fault.of(FaultKind.RESPONSE_LOST));
    List<MemberResult<Presence>> results =
        MemberBatches.of(client)
            .withGroupSizes(Map.of(group, size))
            .ensureMembers(group, users(members));
    assertThat(results)
        .allSatisfy(result -> assertThat(result.status()).contains(Presence.PRESENT_MAKER_UNKNOWN));
    assertThat(added()).isEqualTo(2);
    assertThat(store.requests().of(Operation.LIST_MEMBERSHIPS)).isBetween((long) pages, pages + 1L);
    assertThat(store.requests().of(Operation.FIND_MEMBERSHIP)).isEqualTo(looks);
    assertThat(store.membershipCount()).isEqualTo((int) size + members);
  }

  @Test
  void aGroupThatIsLongerThanThoughtIsLookedUpAfterAFewPages() {
    RosterClient client = client(TELLING);
    GroupId group = store.addGroup();
    users(900).forEach(user -> store.createMembership(group, user));
    store.faults().on(Operation.REMOVE_MEMBERS).next(Fault.of(FaultKind.RESPONSE_LOST));
    List<MemberId> some = users(3);
    some.forEach(user -> store.createMembership(group, user));
    assertThat(
            MemberBatches.of(client)
                .withGroupSizes(Map.of(group, 10L))
                .ensureNotMembers(group, some))
        .allSatisfy(result -> assertThat(result.status()).contains(Absence.ABSENT_REMOVER_UNKNOWN));
    assertThat(store.requests().of(Operation.LIST_MEMBERSHIPS)).isEqualTo(3);
    assertThat(store.requests().of(Operation.FIND_MEMBERSHIP)).isEqualTo(3);
  }

  @Test
  void aLostResponseOfABatchWithABadMemberDuplicatesNothing() {
    RosterClient client = client(EACH_FOR_ITSELF);
    GroupId group = store.addGroup();
    List<MemberId> users = users(20);
    users.set(5, new UserId("absent"));
    store.faults().on(Operation.ADD_MEMBERS).next(Fault.of(FaultKind.RESPONSE_LOST));
    List<MemberResult<Presence>> results = MemberBatches.of(client).ensureMembers(group, users);
    assertThat(results.get(5).error()).isPresent();
    assertThat(results.stream().filter(result -> result.status().isPresent())).hasSize(19);
    assertThat(store.membershipCount()).isEqualTo(19);
  }

  @Test
  void thePlansCountIsTheRequestsMade() {
    for (ServiceTraits traits :
        List.of(TELLING, EACH_FOR_ITSELF, MemoryPersonality.SILENT.traits())) {
      Random random = new Random(7);
      RosterClient client = client(traits);
      Map<GroupId, List<MemberId>> desired = new LinkedHashMap<>();
      for (int each = 0; each < 6; each++) {
        GroupId group = store.addGroup();
        users(random.nextInt(250)).forEach(user -> store.createMembership(group, user));
        desired.put(group, users(random.nextInt(250)));
      }
      desired.put(store.addGroup(), users(traits.membersPerWrite() + 1));
      Reconciler reconciler = Reconciler.of(client).withGuard(all());
      ReconcilePlan plan = reconciler.plan(ReconcileMode.EXCLUSIVE, desired);
      store.requests().reset();
      assertThat(reconciler.apply(plan).isComplete()).isTrue();
      assertThat(store.requests().total()).isEqualTo(plan.expectedRequests(traits));
      assertThat(plan.expectedRequests(traits)).isLessThan(plan.expectedCalls());
    }
  }

  private static RemovalGuard all() {
    return RemovalGuard.allowingAll();
  }

  @Test
  void anInputThatFailsIsThrownAfterWhatItGaveWasChanged() {
    RosterClient client = client(TELLING);
    GroupId group = store.addGroup();
    Iterator<GroupMember> three = pairs(group, users(3)).iterator();
    Iterator<GroupMember> broken =
        new Iterator<>() {
          @Override
          public boolean hasNext() {
            return true;
          }

          @Override
          public GroupMember next() {
            if (!three.hasNext()) {
              throw new IllegalStateException("the input is broken");
            }
            return three.next();
          }
        };
    List<ItemResult> results = new ArrayList<>();
    assertThatThrownBy(() -> BulkMemberships.of(client).add(broken, results::add))
        .hasMessage("the input is broken");
    assertThat(results).hasSize(3);
    assertThat(store.membershipCount()).isEqualTo(3);
  }

  @Test
  void aMemberThatIsThereTwiceHasTwoResultsAndIsAddedOnce() {
    RosterClient client = client(TELLING);
    GroupId group = store.addGroup();
    List<MemberId> users = users(2);
    users.addAll(List.copyOf(users));
    BulkSummary summary =
        BulkMemberships.of(client)
            .withConcurrency(1)
            .add(pairs(group, users).iterator(), result -> {});
    assertThat(summary.count(ItemStatus.CREATED)).isEqualTo(2);
    assertThat(summary.count(ItemStatus.ALREADY_PRESENT)).isEqualTo(2);
  }

  @Test
  void aRequestThatFailsForAllOfItsItemsIsOneFailureInARow() {
    RosterClient client = client(TELLING);
    List<GroupMember> items = new ArrayList<>();
    for (int each = 0; each < 5; each++) {
      items.addAll(pairs(store.addGroup(), users(50)));
    }
    store.faults().onAnyOperation().always(Fault.of(FaultKind.ACCESS_DENIED));
    BulkSummary summary =
        BulkMemberships.of(client)
            .withConcurrency(1)
            .withMaxFailuresInARow(3)
            .add(items.iterator(), result -> {});
    assertThat(summary.end()).isEqualTo(BulkEnd.TOO_MANY_FAILURES);
    assertThat(summary.count(ItemStatus.FAILED)).isEqualTo(150);
    assertThat(store.requests().total()).isEqualTo(3);
  }

  @Test
  void throttledBatchesAreWaitedForUntilTheyAreTaken() {
    RosterClient client = client(TELLING);
    GroupId group = store.addGroup();
    store.faults().on(Operation.ADD_MEMBERS).times(9, Fault.throttle(Duration.ofSeconds(2)));
    BulkSummary summary =
        BulkMemberships.of(client).add(pairs(group, users(300)).iterator(), result -> {});
    assertThat(summary.isComplete()).isTrue();
    assertThat(added()).isEqualTo(12);
  }

  @Test
  void aClosedClientIsTheResultOfEach() {
    RosterClient client = client(TELLING);
    client.close();
    List<MemberResult<Presence>> results =
        MemberBatches.of(client).ensureMembers(store.addGroup(), users(5));
    assertThat(results)
        .allSatisfy(
            result ->
                assertThat(result.error().orElseThrow().code()).isEqualTo(ErrorCode.CLIENT_CLOSED));
  }

  @Test
  void withoutBatchesEachMemberIsARequest() {
    RosterClient client = client(MemoryPersonality.TELLING.traits());
    GroupId group = store.addGroup();
    MemberBatches batches = MemberBatches.of(client);
    assertThat(batches.largest()).isEqualTo(1);
    assertThat(batches.ensureMembers(group, users(4)))
        .allSatisfy(result -> assertThat(result.status()).contains(Presence.CREATED));
    assertThat(store.requests().of(Operation.CREATE_MEMBERSHIP)).isEqualTo(4);
  }

  @Test
  void aMemberThatIsNamedTwiceIsRefusedBeforeAnythingIsSent() {
    RosterClient client = client(TELLING);
    GroupId group = store.addGroup();
    MemberId user = store.addUser();
    assertThatThrownBy(() -> MemberBatches.of(client).ensureMembers(group, List.of(user, user)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.requests().total()).isZero();
  }
}
