package dev.roster.memory;

import static dev.roster.reconcile.ReconcileMode.EXCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.CallInfo;
import dev.roster.CallListener;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.Operation;
import dev.roster.RateLimiter;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.bulk.BulkEnd;
import dev.roster.bulk.ItemStatus;
import dev.roster.reconcile.ChangeOutcome;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.ReconcileReport;
import dev.roster.reconcile.Reconciler;
import dev.roster.reconcile.RefreshedPlan;
import dev.roster.reconcile.RemovalGuard;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plans are refreshed, cut into parts, and carried out with a listener of each outcome. */
class PlanInStepsTest {

  private static final int GROUPS = 5;

  private final Map<GroupId, List<UserId>> desired = new LinkedHashMap<>();
  private final Set<GroupId> underWay = ConcurrentHashMap.newKeySet();
  private final List<String> broken = Collections.synchronizedList(new ArrayList<>());

  private MemoryIdentityStore store(MemoryPersonality personality, int toAdd, int toRemove) {
    MemoryIdentityStore store =
        new MemoryIdentityStore(
            new IdentityStoreId("d-1234567890"), InstantSource.system(), personality.traits());
    List<UserId> users =
        IntStream.range(0, toAdd + toRemove).mapToObj(number -> store.addUser()).toList();
    for (int number = 0; number < GROUPS; number++) {
      GroupId group = store.addGroup();
      desired.put(group, users.subList(0, toAdd));
      users.subList(toAdd, toAdd + toRemove).forEach(user -> store.createMembership(group, user));
    }
    return store;
  }

  private static RosterClient client(MemoryIdentityStore store, CallListener listener) {
    return RosterClient.builder(MemoryMemberships.driver(store))
        .settlingTime(Duration.ZERO)
        .rateLimiter(RateLimiter.adaptive(1e9))
        .listener(listener)
        .build();
  }

  private static Reconciler careless(RosterClient client) {
    return Reconciler.of(client).withGuard(RemovalGuard.allowingAll());
  }

  /** Marks groups from the begin of a call to the listener of its last outcome. */
  private final class OnePerGroup implements CallListener {

    @Override
    public boolean wantsIdentifiers() {
      return true;
    }

    @Override
    public void operationStarted(CallInfo call) {
      if (call.operation().startsWith("ensure")) {
        call.groupIds().stream()
            .filter(group -> !underWay.add(group))
            .forEach(group -> broken.add("two calls of " + group));
      }
    }
  }

  @ParameterizedTest
  @EnumSource(MemoryPersonality.class)
  void theNextCallOfAGroupBeginsWhenTheOutcomesOfTheOneBeforeAreKnown(
      MemoryPersonality personality) {
    MemoryIdentityStore store = store(personality, 23, 17);
    List<ChangeOutcome> outcomes = new ArrayList<>();
    try (RosterClient client = client(store, new OnePerGroup())) {
      ReconcilePlan plan = careless(client).plan(EXCLUSIVE, desired);
      careless(client)
          .withOutcomes(
              outcome -> {
                outcomes.add(outcome);
                underWay.remove(outcome.change().groupId());
              })
          .apply(plan);
      assertThat(broken).isEmpty();
      assertThat(outcomes)
          .extracting(ChangeOutcome::change)
          .containsExactlyInAnyOrderElementsOf(plan.changes().toList());
      assertThat(outcomes).allMatch(outcome -> outcome.status().isDone());
      assertThat(careless(client).plan(EXCLUSIVE, desired).isEmpty()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(MemoryPersonality.class)
  void turnsOfGroupsTakeNoMoreRequestsThanThePlanExpects(MemoryPersonality personality) {
    MemoryIdentityStore store = store(personality, 23, 17);
    try (RosterClient client = client(store, new CallListener() {})) {
      ReconcilePlan plan = careless(client).plan(EXCLUSIVE, desired);
      store.requests().reset();
      careless(client).withOutcomes(outcome -> {}).apply(plan);
      assertThat(store.requests().total()).isEqualTo(plan.expectedRequests(client.traits()));
    }
  }

  /** Each of five groups has a call under way that is held, so they are so at the same time. */
  @ParameterizedTest
  @EnumSource(MemoryPersonality.class)
  void callsOfSeveralGroupsAreUnderWayAtTheSameTime(MemoryPersonality personality)
      throws InterruptedException {
    MemoryIdentityStore store = store(personality, 20, 0);
    CountDownLatch together = new CountDownLatch(GROUPS);
    CallListener meeting =
        new CallListener() {
          @Override
          public void operationStarted(CallInfo call) {
            if (!call.operation().startsWith("list") && together.getCount() > 0) {
              together.countDown();
              await(together);
            }
          }
        };
    try (RosterClient client = client(store, meeting)) {
      ReconcilePlan plan = careless(client).plan(EXCLUSIVE, desired);
      assertThat(careless(client).withOutcomes(outcome -> {}).apply(plan).isComplete()).isTrue();
      assertThat(together.await(0, TimeUnit.SECONDS)).isTrue();
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @ParameterizedTest
  @EnumSource(MemoryPersonality.class)
  void aListenerThatFailsEndsTheRunAndNothingIsLeftWaiting(MemoryPersonality personality) {
    MemoryIdentityStore store = store(personality, 40, 0);
    IllegalStateException full = new IllegalStateException("the disk is full");
    List<ChangeOutcome> outcomes = new ArrayList<>();
    try (RosterClient client = client(store, new CallListener() {})) {
      ReconcilePlan plan = careless(client).plan(EXCLUSIVE, desired);
      assertThatThrownBy(
              () ->
                  careless(client)
                      .withOutcomes(
                          outcome -> {
                            outcomes.add(outcome);
                            throw full;
                          })
                      .apply(plan))
          .isSameAs(full);
      assertThat(store.membershipCount()).isEqualTo(outcomes.size()).isLessThan(200);
    }
  }

  /** Every group has a call that is held, and other threads wait for the turn of a group. */
  @Test
  void anInterruptEndsTheWaitForATurn() throws Exception {
    MemoryIdentityStore store = store(MemoryPersonality.TELLING, 40, 0);
    store.faults().on(Operation.CREATE_MEMBERSHIP).always(Fault.of(FaultKind.RESPONSE_DELAYED));
    try (RosterClient client = client(store, new CallListener() {})) {
      ReconcilePlan plan = careless(client).plan(EXCLUSIVE, desired);
      FutureTask<ReconcileReport> run =
          new FutureTask<>(() -> careless(client).withOutcomes(outcome -> {}).apply(plan));
      Thread caller = new Thread(run, "caller");
      caller.start();
      assertThat(store.faults().awaitHeld(GROUPS, Duration.ofMinutes(1))).isTrue();
      caller.interrupt();
      ReconcileReport report = run.get(1, TimeUnit.MINUTES);
      assertThat(report.end()).isEqualTo(BulkEnd.INTERRUPTED);
      assertThat(report.additions()).hasSize(GROUPS);
      assertThat(report.notBegun()).isEqualTo(195);
    }
  }

  @ParameterizedTest
  @EnumSource(MemoryPersonality.class)
  void aRefreshedPlanIsTheReviewedOneWithoutWhatIsDoneAndNothingElse(
      MemoryPersonality personality) {
    MemoryIdentityStore store = store(personality, 3, 2);
    try (RosterClient client = client(store, new CallListener() {})) {
      Reconciler reconciler = careless(client);
      ReconcilePlan plan = reconciler.plan(EXCLUSIVE, desired);
      assertThat(reconciler.refresh(plan).rest()).isEqualTo(plan);

      reconciler.apply(plan.keeping(change -> (change.toString().hashCode() & 1) == 0));
      RefreshedPlan half = reconciler.refresh(plan);
      assertThat(half.changedElsewhere()).as("only the plan changed the groups").isEmpty();
      assertThat(half.rest().changes())
          .containsExactlyInAnyOrderElementsOf(
              reconciler.plan(EXCLUSIVE, desired).changes().toList());
      assertThat(plan.changes().toList()).containsAll(half.rest().changes().toList());

      GroupId touched = plan.groups().get(0).groupId();
      store.createMembership(touched, store.addUser());
      RefreshedPlan stale = reconciler.refresh(plan);
      assertThat(stale.changedElsewhere()).containsExactly(touched);
      assertThat(stale.rest().changes()).containsExactlyElementsOf(half.rest().changes().toList());
      assertThat(reconciler.apply(stale.rest()).isComplete()).isTrue();
      assertThat(reconciler.refresh(plan).rest().isEmpty()).isTrue();
    }
  }

  @ParameterizedTest
  @EnumSource(value = MemoryPersonality.class, names = "TELLING")
  void aMemberWhoCameBackIsNotRemovedByAnOldPlan(MemoryPersonality personality) {
    MemoryIdentityStore store = store(personality, 0, 1);
    try (RosterClient client = client(store, new CallListener() {})) {
      ReconcilePlan plan = careless(client).plan(EXCLUSIVE, desired);
      Membership removal = plan.groups().get(0).removals().get(0);
      store.deleteMembership(removal.membershipId());
      store.createMembership(removal.groupId(), removal.memberId());
      RefreshedPlan refreshed = careless(client).refresh(plan);
      assertThat(refreshed.changedElsewhere()).containsExactly(removal.groupId());
      assertThat(refreshed.rest().groups().get(0).removals()).isEmpty();
    }
  }

  @ParameterizedTest
  @EnumSource(MemoryPersonality.class)
  void equalPlansAndNoOthersHaveTheSameChecksum(MemoryPersonality personality) {
    MemoryIdentityStore store = store(personality, 3, 2);
    try (RosterClient client = client(store, new CallListener() {})) {
      ReconcilePlan plan = careless(client).plan(EXCLUSIVE, desired);
      assertThat(ReconcilePlan.parse(plan.toText()).checksum()).isEqualTo(plan.checksum());
      assertThat(plan.toText().strip()).endsWith(plan.checksum());
      assertThat(plan.keeping(change -> change.isRemoval()).checksum())
          .isNotEqualTo(plan.checksum());
    }
  }

  @ParameterizedTest
  @EnumSource(MemoryPersonality.class)
  void aFailureIsAnOutcomeWithItsError(MemoryPersonality personality) {
    MemoryIdentityStore store = store(personality, 1, 0);
    store.faults().on(Operation.CREATE_MEMBERSHIP).always(Fault.of(FaultKind.ACCESS_DENIED));
    List<ChangeOutcome> outcomes = new ArrayList<>();
    try (RosterClient client = client(store, new CallListener() {})) {
      ReconcilePlan plan = careless(client).plan(EXCLUSIVE, desired);
      careless(client).withOutcomes(outcomes::add).apply(plan);
      assertThat(outcomes)
          .hasSize(GROUPS)
          .allSatisfy(
              outcome -> {
                assertThat(outcome.status()).isEqualTo(ItemStatus.FAILED);
                assertThat(outcome.error()).map(RosterException::code).isPresent();
              });
    }
  }
}
