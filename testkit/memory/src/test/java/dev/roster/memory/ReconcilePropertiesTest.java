package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.RateLimiter;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemResult;
import dev.roster.reconcile.GroupChanges;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.ReconcileReport;
import dev.roster.reconcile.Reconciler;
import dev.roster.reconcile.RemovalGuard;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever other clients change and whatever fails: nothing is done twice, and nothing unsaid. */
class ReconcilePropertiesTest {

  private static final int ROUNDS = 40;
  private static final List<FaultKind> FAULTS =
      List.of(
          FaultKind.RESPONSE_LOST,
          FaultKind.REQUEST_LOST,
          FaultKind.SERVER_ERROR_AFTER_COMMIT,
          FaultKind.ACCESS_DENIED);

  private final ManualTime time = new ManualTime();
  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"), time);
  private final RosterClient client =
      RosterClient.builder(MemoryMemberships.driver(store))
          .timeSource(time)
          .rateLimiter(RateLimiter.adaptive(1e9))
          .build();
  private final Reconciler reconciler = Reconciler.of(client).withGuard(RemovalGuard.allowingAll());
  private final List<UserId> users = Stream.generate(store::addUser).limit(15).toList();
  private final List<GroupId> groups = Stream.generate(store::addGroup).limit(3).toList();

  @AfterEach
  void close() {
    client.close();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void whatAnotherClientDidSinceThePlanIsReportedExactly(int concurrency) {
    Random random = new Random(20261121L + concurrency);
    for (int round = 0; round < ROUNDS; round++) {
      toggle(random, 0.5);
      ReconcilePlan plan = reconciler.plan(anyMode(random), anyDesired(random));
      toggle(random, 0.2);
      Set<GroupMember> expected = madeByOthers(plan);
      long before = store.requests().total();

      ReconcileReport report = reconciler.withConcurrency(concurrency).apply(plan);

      assertThat(store.requests().total() - before).isEqualTo(plan.expectedCalls());
      assertThat(report.isComplete()).isTrue();
      assertThat(items(report.changedSincePlan())).containsExactlyInAnyOrderElementsOf(expected);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 8})
  void whateverFailsTheRestOfThePlanFinishesTheWork(int concurrency) {
    Random random = new Random(20261122L + concurrency);
    for (int round = 0; round < ROUNDS; round++) {
      toggle(random, 0.5);
      ReconcileMode mode = anyMode(random);
      Map<GroupId, List<UserId>> desired = anyDesired(random);
      ReconcilePlan plan = reconciler.plan(mode, desired);
      anyFaults(random);
      ReconcileReport report = reconciler.withConcurrency(concurrency).apply(plan);
      store.faults().clear();

      assertThat(items(report.additions())).containsExactlyInAnyOrderElementsOf(additions(plan));
      assertThat(items(report.removals())).containsExactlyInAnyOrderElementsOf(removals(plan));
      ReconcilePlan rest = ReconcilePlan.parse(report.rest().toText());
      assertThat(rest.expectedCalls()).isEqualTo(report.failures().size());
      assertThat(reconciler.apply(rest).isComplete()).isTrue();
      assertThat(reconciler.plan(mode, desired).isEmpty()).isTrue();
    }
  }

  private static ReconcileMode anyMode(Random random) {
    return random.nextBoolean() ? ReconcileMode.ADDITIVE : ReconcileMode.EXCLUSIVE;
  }

  private Map<GroupId, List<UserId>> anyDesired(Random random) {
    Map<GroupId, List<UserId>> desired = new LinkedHashMap<>();
    for (GroupId group : groups) {
      desired.put(group, users.stream().filter(user -> random.nextBoolean()).toList());
    }
    return desired;
  }

  /** Has some be members who were not, and the other way round. */
  private void toggle(Random random, double share) {
    for (GroupId group : groups) {
      for (UserId user : users) {
        if (random.nextDouble() < share) {
          client
              .findMembership(group, user)
              .map(Membership::membershipId)
              .ifPresentOrElse(store::deleteMembership, () -> store.createMembership(group, user));
        }
      }
    }
  }

  private void anyFaults(Random random) {
    Set<Integer> calls = new HashSet<>();
    for (int left = random.nextInt(12); left > 0; left--) {
      int call = 1 + random.nextInt(40);
      if (calls.add(call)) {
        FaultKind kind = FAULTS.get(random.nextInt(FAULTS.size()));
        store.faults().onAnyOperation().call(call, Fault.of(kind));
      }
    }
  }

  private Set<GroupMember> madeByOthers(ReconcilePlan plan) {
    Set<GroupMember> made = new HashSet<>();
    for (GroupChanges group : plan.groups()) {
      for (MemberId member : group.additions()) {
        present(group.groupId(), member)
            .ifPresent(found -> made.add(new GroupMember(group.groupId(), member)));
      }
      for (Membership removal : group.removals()) {
        if (!present(group.groupId(), removal.memberId())
            .equals(Optional.of(removal.membershipId()))) {
          made.add(GroupMember.of(removal));
        }
      }
    }
    return made;
  }

  private Optional<MembershipId> present(GroupId group, MemberId member) {
    return client.findMembership(group, member).map(Membership::membershipId);
  }

  private static List<GroupMember> items(List<ItemResult> outcomes) {
    return outcomes.stream().map(ItemResult::item).toList();
  }

  private static List<GroupMember> additions(ReconcilePlan plan) {
    List<GroupMember> all = new ArrayList<>();
    for (GroupChanges group : plan.groups()) {
      group.additions().forEach(member -> all.add(new GroupMember(group.groupId(), member)));
    }
    return all;
  }

  private static List<GroupMember> removals(ReconcilePlan plan) {
    return plan.groups().stream()
        .map(GroupChanges::removals)
        .flatMap(List::stream)
        .map(GroupMember::of)
        .toList();
  }
}
