package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.CallOptions;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.NotFoundException;
import dev.roster.Operation;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.query.AccessMatrix;
import dev.roster.query.AccessPlan;
import dev.roster.query.AccessQueries;
import dev.roster.query.ListingSizes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Questions about many members and groups: right responses, and as many calls as were announced.
 */
class AccessQueriesTest {

  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"));
  private final RosterClient client = RosterClient.builder(MemoryMemberships.driver(store)).build();
  private final List<UserId> users = new ArrayList<>();
  private final List<GroupId> groups = new ArrayList<>();

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void twoHundredUsersByTwoHundredGroupsOfAHundredTakeTwoHundredCalls() {
    fill(200, 200);
    for (GroupId group : groups) {
      users.subList(0, 100).forEach(user -> store.createMembership(group, user));
    }

    AccessPlan plan = AccessQueries.of(client).plan(users, groups, ListingSizes.assuming(100, 200));
    AccessMatrix access = AccessQueries.of(client).ask(plan);

    assertThat(plan.expectedCalls()).isEqualTo(200);
    assertThat(store.requests().total()).isEqualTo(200);
    assertThat(access.membersOf(groups.get(199))).containsExactlyElementsOf(users.subList(0, 100));
    assertThat(access.groupsOf(users.get(100))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 8})
  void everyResponseIsTrueAndEveryCallWasAnnounced(int concurrency) {
    Random random = new Random(20261121);
    for (int round = 0; round < 30; round++) {
      forgetAll();
      fill(1 + random.nextInt(12), 1 + random.nextInt(130));
      List<Membership> made = join(random);
      ListingSizes sizes = trueSizes(made);
      AccessPlan plan = AccessQueries.of(client).plan(users, groups, sizes);
      long before = store.requests().total();

      AccessMatrix access = AccessQueries.of(client).withConcurrency(concurrency).ask(plan);

      assertThat(store.requests().total() - before).isEqualTo(plan.expectedCalls());
      assertThat(pairs(access)).containsExactlyInAnyOrderElementsOf(pairs(made));
    }
  }

  @Test
  void theCallsAreAsAnnouncedWhateverThePageSizeOfTheClient() {
    fill(90, 2);
    groups.forEach(group -> users.forEach(user -> store.createMembership(group, user)));
    RosterClient smallPages = client.with(CallOptions.defaults().withPageSize(7));
    AccessQueries queries = AccessQueries.of(smallPages);
    ListingSizes sizes = ListingSizes.assuming(90, 2);
    AccessPlan plan = AccessQueries.of(client).plan(users, groups, sizes);
    queries.ask(plan);
    assertThat(store.requests().total()).isEqualTo(plan.expectedCalls()).isEqualTo(2);
    store.requests().reset();

    queries.listGroups(groups);
    assertThat(store.requests().total()).isEqualTo(sizes.callsToListGroups(groups));
    store.requests().reset();

    queries.listMembers(users);
    assertThat(store.requests().total()).isEqualTo(sizes.callsToListMembers(users));
  }

  @Test
  void aThreadThatIsInterruptedAlreadySendsNothing() {
    fill(1, 4);
    Thread.currentThread().interrupt();

    assertThatThrownBy(() -> AccessQueries.of(client).listGroups(groups))
        .isInstanceOfSatisfying(
            RosterException.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.CANCELLED));

    assertThat(Thread.interrupted()).isTrue();
    assertThat(store.requests().total()).isZero();
  }

  @Test
  void whatWasListedIsKnownToTheNextPlan() {
    fill(3, 2);
    users.forEach(user -> store.createMembership(groups.get(0), user));
    ListingSizes wrong = ListingSizes.assuming(1, 5_000);

    ListingSizes learned =
        AccessQueries.of(client).ask(AccessQueries.of(client).plan(users, groups, wrong)).sizes();

    assertThat(learned.of(groups.get(0))).isEqualTo(3);
    assertThat(learned.of(groups.get(1))).isZero();
    assertThat(learned.of(users.get(0))).isEqualTo(5_000);
  }

  @Test
  void whatWasNotAskedIsNotTakenForANo() {
    fill(1, 1);
    AccessPlan plan = AccessQueries.of(client).plan(users, groups, ListingSizes.unknown());
    AccessMatrix access = AccessQueries.of(client).ask(plan);

    assertThatThrownBy(() -> access.isMember(users.get(0), new GroupId("g-other")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> access.isMember(new UserId("u-other"), groups.get(0)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void severalListingsComeInTheOrderAsked() {
    fill(2, 3);
    Membership first = store.createMembership(groups.get(2), users.get(1));
    Membership second = store.createMembership(groups.get(0), users.get(1));

    Map<GroupId, List<Membership>> byGroup = AccessQueries.of(client).listGroups(groups);
    Map<MemberId, List<Membership>> byMember = AccessQueries.of(client).listMembers(users);

    assertThat(byGroup.keySet()).containsExactlyElementsOf(groups);
    assertThat(byGroup.values()).containsExactly(List.of(second), List.of(), List.of(first));
    assertThat(byMember.values()).containsExactly(List.of(), List.of(first, second));
    assertThat(store.requests().total()).isEqualTo(5);
  }

  @Test
  void theFirstFailureEndsTheRest() {
    fill(1, 50);
    groups.add(0, new GroupId("g-missing"));

    assertThatThrownBy(() -> AccessQueries.of(client).withConcurrency(1).listGroups(groups))
        .isInstanceOf(NotFoundException.class);
    assertThat(store.requests().total()).isEqualTo(1);
  }

  @Test
  void aFailureOnAnotherThreadIsThrownToTheCaller() {
    fill(1, 50);
    groups.add(0, new GroupId("g-missing"));

    assertThatThrownBy(() -> AccessQueries.of(client).listGroups(groups))
        .isInstanceOf(NotFoundException.class)
        .hasMessageContaining("group g-missing");
    assertThat(queryThreads()).isEmpty();
  }

  @Test
  void anInterruptEndsAllCallsAndIsKept() throws Exception {
    fill(1, 4);
    store.faults().on(Operation.LIST_MEMBERSHIPS).always(Fault.of(FaultKind.RESPONSE_DELAYED));
    CompletableFuture<Boolean> interrupted = new CompletableFuture<>();
    CompletableFuture<ErrorCode> ended = new CompletableFuture<>();
    Thread caller =
        new Thread(
            () -> {
              try {
                AccessQueries.of(client).listGroups(groups);
              } catch (RosterException error) {
                interrupted.complete(Thread.currentThread().isInterrupted());
                ended.complete(error.code());
              }
            });
    caller.start();
    assertThat(store.faults().awaitHeld(4, Duration.ofSeconds(30))).isTrue();

    caller.interrupt();

    assertThat(ended.get()).isEqualTo(ErrorCode.CANCELLED);
    assertThat(interrupted.get()).isTrue();
    caller.join();
    assertThat(queryThreads()).isEmpty();
  }

  private static List<String> queryThreads() {
    return Thread.getAllStackTraces().keySet().stream()
        .map(Thread::getName)
        .filter(name -> name.startsWith("roster-query-"))
        .toList();
  }

  private void fill(int userCount, int groupCount) {
    Stream.generate(store::addUser).limit(userCount).forEach(users::add);
    Stream.generate(store::addGroup).limit(groupCount).forEach(groups::add);
  }

  private void forgetAll() {
    users.forEach(store.users()::delete);
    groups.forEach(store.groups()::delete);
    users.clear();
    groups.clear();
  }

  private List<Membership> join(Random random) {
    double density = random.nextDouble();
    List<Membership> made = new ArrayList<>();
    for (UserId user : users) {
      for (GroupId group : groups) {
        if (random.nextDouble() < density) {
          made.add(store.createMembership(group, user));
        }
      }
    }
    return made;
  }

  private ListingSizes trueSizes(List<Membership> made) {
    return ListingSizes.assuming(0, 0)
        .withGroups(counted(made.stream().map(Membership::groupId)))
        .withMembers(counted(made.stream().map(Membership::memberId)));
  }

  private static <K> Map<K, Long> counted(Stream<K> keys) {
    return keys.collect(Collectors.groupingBy(key -> key, Collectors.counting()));
  }

  private static List<String> pairs(List<Membership> memberships) {
    return memberships.stream().map(each -> each.memberId() + " in " + each.groupId()).toList();
  }

  private static List<String> pairs(AccessMatrix access) {
    return access.members().stream()
        .flatMap(member -> access.groupsOf(member).stream().map(group -> member + " in " + group))
        .toList();
  }
}
