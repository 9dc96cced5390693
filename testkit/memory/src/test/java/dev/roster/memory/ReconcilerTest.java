package dev.roster.memory;

import static dev.roster.reconcile.ReconcileMode.ADDITIVE;
import static dev.roster.reconcile.ReconcileMode.EXCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.NotFoundException;
import dev.roster.Operation;
import dev.roster.RateLimiter;
import dev.roster.RosterClient;
import dev.roster.TimeSource;
import dev.roster.UserId;
import dev.roster.bulk.BulkEnd;
import dev.roster.bulk.ItemResult;
import dev.roster.bulk.ItemStatus;
import dev.roster.reconcile.GroupChanges;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.ReconcileProgress;
import dev.roster.reconcile.ReconcileReport;
import dev.roster.reconcile.Reconciler;
import dev.roster.reconcile.RemovalGuard;
import dev.roster.reconcile.RemovalsRefusedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Groups come to have the members of a list, in as few calls as can be, and nothing goes unsaid.
 */
class ReconcilerTest {

  private final ManualTime time = new ManualTime();
  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"), time);
  private final RosterClient client =
      RosterClient.builder(MemoryMemberships.driver(store))
          .timeSource(time)
          .rateLimiter(RateLimiter.adaptive(1e9))
          .build();
  private final Reconciler reconciler = Reconciler.of(client).withTimeSource(time);
  private final GroupId group = store.addGroup();

  @AfterEach
  void noThreadIsLeft() {
    client.close();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("roster-reconcile") || name.startsWith("roster-bulk"));
  }

  @Test
  void tenThousandMembersWithFiftyToAddAndFiftyToRemoveTakeTwoHundredCalls() {
    List<UserId> users = users(10_050);
    join(group, users.subList(0, 10_000));

    ReconcilePlan plan = reconciler.plan(EXCLUSIVE, group, users.subList(50, 10_050));
    ReconcileReport report = reconciler.apply(plan);

    assertThat(store.requests().total()).isEqualTo(200);
    assertThat(store.requests().of(Operation.LIST_MEMBERSHIPS)).isEqualTo(100);
    assertThat(plan.expectedCalls()).isEqualTo(100);
    assertThat(report.isComplete()).isTrue();
    assertThat(members(group)).containsExactlyInAnyOrderElementsOf(users.subList(50, 10_050));
  }

  @Test
  void anAdditivePlanRemovesNoMember() {
    List<UserId> users = users(4);
    join(group, users.subList(0, 2));

    ReconcileReport report =
        reconciler.apply(reconciler.plan(ADDITIVE, group, users.subList(1, 4)));

    assertThat(report.additions()).extracting(ItemResult::status).containsOnly(ItemStatus.CREATED);
    assertThat(report.removals()).isEmpty();
    assertThat(members(group)).containsExactlyInAnyOrderElementsOf(users);
  }

  @Test
  void aPlanSaysWhatItFoundAndChangesNothing() {
    List<UserId> users = users(3);
    List<Membership> made = join(group, users.subList(0, 2));
    GroupId other = store.addGroup();
    Map<GroupId, List<UserId>> desired = new LinkedHashMap<>();
    desired.put(other, List.of());
    desired.put(group, List.of(users.get(2), users.get(1), users.get(2)));

    ReconcilePlan plan = reconciler.plan(EXCLUSIVE, desired);

    assertThat(plan.groups()).extracting(GroupChanges::groupId).containsExactly(other, group);
    assertThat(plan.groups().get(0).isEmpty()).isTrue();
    GroupChanges changes = plan.groups().get(1);
    assertThat(changes.membersPresent()).isEqualTo(2);
    assertThat(changes.additions()).containsExactly(users.get(2));
    assertThat(changes.removals())
        .extracting(Membership::membershipId)
        .containsExactly(made.get(0).membershipId());
    assertThat(store.requests().total()).isEqualTo(2);
    assertThat(ReconcilePlan.parse(plan.toText())).isEqualTo(plan);
  }

  @Test
  void whatIsAsDesiredTakesNoCallToApply() {
    List<UserId> users = users(2);
    join(group, users);
    ReconcilePlan plan = reconciler.plan(EXCLUSIVE, group, users);
    store.requests().reset();

    ReconcileReport report = reconciler.apply(plan);

    assertThat(plan.isEmpty()).isTrue();
    assertThat(report.isComplete()).isTrue();
    assertThat(store.requests().total()).isZero();
  }

  @Test
  void anEmptyListDoesNotEmptyAGroupUnlessToldSo() {
    join(group, users(3));
    ReconcilePlan plan = reconciler.plan(EXCLUSIVE, group, List.of());
    store.requests().reset();

    assertThatThrownBy(() -> reconciler.apply(plan))
        .isInstanceOf(RemovalsRefusedException.class)
        .hasMessageContaining("3 of the 3 members of group " + group);
    assertThat(store.requests().total()).isZero();

    reconciler.withGuard(RemovalGuard.allowingAll()).apply(plan);
    assertThat(members(group)).isEmpty();
  }

  @Test
  void whatChangedSinceThePlanIsReported() {
    List<UserId> users = users(4);
    List<Membership> made = join(group, users.subList(0, 2));
    ReconcilePlan plan = reconciler.plan(EXCLUSIVE, group, users.subList(1, 4));
    store.createMembership(group, users.get(3));
    store.deleteMembership(made.get(0).membershipId());

    ReconcileReport report = reconciler.apply(plan);

    assertThat(report.isComplete()).isTrue();
    assertThat(report.changedSincePlan())
        .extracting(outcome -> outcome.item().memberId() + " " + outcome.status())
        .containsExactlyInAnyOrder(
            users.get(3) + " ALREADY_PRESENT", users.get(0) + " ALREADY_ABSENT");
    assertThat(report)
        .hasToString(
            "COMPLETED: 2 of 2 additions and 1 of 1 removals made (2 of them not by this run),"
                + " 0 failed, 0 not begun");
  }

  @Test
  void aMemberWhoWentOrCameBackBehindThePlanIsNoticedByReadingAgain() {
    List<UserId> users = users(3);
    List<GroupId> groups = List.of(group, store.addGroup(), store.addGroup());
    Map<GroupId, List<UserId>> desired = new LinkedHashMap<>();
    groups.forEach(each -> desired.put(each, users));
    groups.forEach(each -> join(each, users));
    ReconcilePlan plan = reconciler.plan(EXCLUSIVE, desired);
    assertThat(reconciler.changedSince(plan)).isEmpty();

    remove(groups.get(0), users.get(1));
    remove(groups.get(2), users.get(0));
    store.createMembership(groups.get(2), users.get(0));
    store.requests().reset();

    assertThat(reconciler.changedSince(plan)).containsExactly(groups.get(0), groups.get(2));
    assertThat(store.requests().total()).isEqualTo(3);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 8, 12, 20})
  void aRunThatWasCutShortIsFinishedByTheRestOrByTheWholePlan(int lastCall) {
    List<UserId> users = users(30);
    join(group, users.subList(0, 20));
    ReconcilePlan plan = reconciler.plan(EXCLUSIVE, group, users.subList(10, 30));
    for (Operation change : List.of(Operation.CREATE_MEMBERSHIP, Operation.DELETE_MEMBERSHIP)) {
      store.faults().on(change).call(1 + lastCall / 2, Fault.of(FaultKind.ACCESS_DENIED));
    }
    ReconcileReport cut = reconciler.withConcurrency(2).apply(plan);
    store.faults().clear();
    store.requests().reset();

    ReconcilePlan rest = ReconcilePlan.parse(cut.rest().toText());
    ReconcileReport finished = reconciler.apply(rest);
    ReconcileReport again = reconciler.apply(plan);

    assertThat(finished.isComplete()).isTrue();
    assertThat(finished.changedSincePlan()).isEmpty();
    assertThat(rest.expectedCalls()).isEqualTo(cut.failures().size() + cut.notBegun());
    assertThat(again.changedSincePlan()).hasSize(20);
    assertThat(members(group)).containsExactlyInAnyOrderElementsOf(users.subList(10, 30));
  }

  @Test
  void aFailureOfEveryCallLeavesTheRemovalsUntouched() {
    List<UserId> users = users(30);
    join(group, users.subList(0, 20));
    ReconcilePlan plan = reconciler.plan(EXCLUSIVE, group, users.subList(10, 30));
    store.faults().onAnyOperation().always(Fault.of(FaultKind.CLOCK_SKEW));

    ReconcileReport report = reconciler.withConcurrency(1).apply(plan);
    store.faults().clear();

    assertThat(report.end()).isEqualTo(BulkEnd.HOPELESS);
    assertThat(report.isComplete()).isFalse();
    assertThat(report.failures()).hasSize(1);
    assertThat(report.notBegun()).isEqualTo(19);
    assertThat(report.rest()).isEqualTo(plan);
    assertThat(members(group)).containsExactlyInAnyOrderElementsOf(users.subList(0, 20));
  }

  @Test
  void additionsAndRemovalsShareOneDeadline() {
    List<UserId> users = users(2);
    join(group, users.subList(0, 1));
    ReconcilePlan plan = reconciler.plan(EXCLUSIVE, group, users.subList(1, 2));

    ReconcileReport report =
        reconciler
            .withGuard(RemovalGuard.allowingAll())
            .withDeadline(Duration.ofSeconds(10))
            .withTimeSource(new HurryingTime())
            .apply(plan);

    assertThat(report.end()).isEqualTo(BulkEnd.DEADLINE_PASSED);
    assertThat(report.additions()).hasSize(1);
    assertThat(report.notBegun()).isEqualTo(1);
    assertThat(members(group)).containsExactlyElementsOf(users);
  }

  @Test
  void progressCountsAdditionsAndRemovalsApart() {
    List<UserId> users = users(8);
    join(group, users.subList(0, 6));
    List<ReconcileProgress> reported = new ArrayList<>();

    reconciler
        .withProgress(reported::add)
        .apply(reconciler.plan(EXCLUSIVE, group, users.subList(3, 8)));

    assertThat(reported)
        .extracting(progress -> progress.additions().counts() + "; " + progress.removals().counts())
        .containsExactly(
            "1 done, 0 failed of 2; 0 done, 0 failed of 3",
            "2 done, 0 failed of 2; 0 done, 0 failed of 3",
            "2 done, 0 failed of 2; 1 done, 0 failed of 3",
            "2 done, 0 failed of 2; 2 done, 0 failed of 3",
            "2 done, 0 failed of 2; 3 done, 0 failed of 3");
    assertThat(reported.get(4).together().counts()).isEqualTo("5 done, 0 failed of 5");
    assertThat(reported.get(0).toString())
        .startsWith("additions: 1 done, 0 failed of 2; removals: 0 done, 0 failed of 3; ")
        .contains(" a second");
  }

  @Test
  void anInterruptEndsTheRunAndTheReportSaysWhatIsLeft() throws Exception {
    List<UserId> users = users(20);
    join(group, users.subList(0, 10));
    ReconcilePlan plan = reconciler.plan(EXCLUSIVE, group, users.subList(5, 20));
    store.faults().on(Operation.CREATE_MEMBERSHIP).always(Fault.of(FaultKind.RESPONSE_DELAYED));
    CompletableFuture<ReconcileReport> reported = new CompletableFuture<>();
    Thread caller = new Thread(() -> reported.complete(reconciler.apply(plan)));
    caller.start();
    assertThat(store.faults().awaitHeld(8, Duration.ofSeconds(30))).isTrue();

    caller.interrupt();
    caller.join();
    store.faults().clear();

    ReconcileReport report = reported.get();
    assertThat(report.end()).isEqualTo(BulkEnd.INTERRUPTED);
    assertThat(report.failures()).hasSize(8);
    assertThat(report.notBegun()).isEqualTo(7);
    assertThat(reconciler.apply(report.rest()).isComplete()).isTrue();
    assertThat(members(group)).containsExactlyInAnyOrderElementsOf(users.subList(5, 20));
  }

  @Test
  void oneGroupThatCannotBeReadLeavesNoHalfPlan() {
    Map<GroupId, List<UserId>> desired = new LinkedHashMap<>();
    desired.put(group, List.of());
    desired.put(new GroupId("g-missing"), List.of());

    assertThatThrownBy(() -> reconciler.plan(EXCLUSIVE, desired))
        .isInstanceOfSatisfying(
            NotFoundException.class,
            missing -> assertThat(missing.code()).isEqualTo(ErrorCode.NOT_FOUND));
  }

  @ParameterizedTest
  @CsvSource({"memory, d-other", "other, d-1234567890"})
  void aPlanOfAnotherStoreOrProviderIsRefusedAndNothingIsSent(String provider, String storeId) {
    ReconcilePlan plan = reconciler.plan(ADDITIVE, group, users(1));
    ReconcilePlan foreign =
        new ReconcilePlan(provider, new IdentityStoreId(storeId), plan.mode(), plan.groups());
    store.requests().reset();

    assertThatThrownBy(() -> reconciler.apply(foreign))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("memory://d-1234567890");
    assertThatThrownBy(() -> reconciler.changedSince(foreign))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(store.requests().total()).isZero();
  }

  @Test
  void whateverGroupsHoldTheyComeToHoldWhatIsDesiredInAsManyCallsAsThereAreChanges() {
    Random random = new Random(20261121);
    for (int round = 0; round < 60; round++) {
      List<UserId> users = users(1 + random.nextInt(150));
      Map<GroupId, List<UserId>> desired = new LinkedHashMap<>();
      Map<GroupId, Set<UserId>> expected = new LinkedHashMap<>();
      ReconcileMode mode = random.nextBoolean() ? ADDITIVE : EXCLUSIVE;
      for (int number = random.nextInt(5); number > 0; number--) {
        GroupId next = store.addGroup();
        List<UserId> present = some(users, random);
        join(next, present);
        desired.put(next, some(users, random));
        Set<UserId> wanted = new HashSet<>(desired.get(next));
        wanted.addAll(mode == ADDITIVE ? present : List.of());
        expected.put(next, wanted);
      }

      ReconcilePlan plan = reconciler.plan(mode, desired);
      store.requests().reset();
      ReconcileReport report = reconciler.withGuard(RemovalGuard.allowingAll()).apply(plan);

      assertThat(report.isComplete()).isTrue();
      assertThat(store.requests().total()).isEqualTo(plan.expectedCalls());
      expected.forEach(
          (each, wanted) -> assertThat(members(each)).containsExactlyInAnyOrderElementsOf(wanted));
      assertThat(reconciler.plan(mode, desired).isEmpty()).isTrue();
    }
  }

  private static List<UserId> some(List<UserId> users, Random random) {
    double share = random.nextDouble();
    return users.stream().filter(user -> random.nextDouble() < share).toList();
  }

  private List<UserId> users(int count) {
    return Stream.generate(store::addUser).limit(count).toList();
  }

  private List<Membership> join(GroupId joined, List<UserId> users) {
    return users.stream().map(user -> store.createMembership(joined, user)).toList();
  }

  private void remove(GroupId left, UserId user) {
    store.deleteMembership(store.findMembership(left, user).membershipId());
  }

  private List<UserId> members(GroupId listed) {
    List<UserId> found = new ArrayList<>();
    client
        .listMemberships(listed)
        .forEach(membership -> found.add(new UserId(membership.memberId().value())));
    return Collections.unmodifiableList(found);
  }

  /** A clock on which ten seconds pass at every look, and on which no wait is allowed. */
  private static final class HurryingTime implements TimeSource {

    private final AtomicLong nanos = new AtomicLong();

    @Override
    public long nanoTime() {
      return nanos.getAndAdd(Duration.ofSeconds(10).toNanos());
    }

    @Override
    public boolean await(CountDownLatch end, Duration duration) throws InterruptedException {
      end.await();
      return true;
    }
  }
}
