package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.Operation;
import dev.roster.Page;
import dev.roster.PageToken;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.BulkSummary;
import dev.roster.bulk.GroupMember;
import dev.roster.query.AccessMatrix;
import dev.roster.query.AccessPlan;
import dev.roster.query.AccessQueries;
import dev.roster.query.ListingSizes;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.ReconcileReport;
import dev.roster.reconcile.Reconciler;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Bulk runs, reconciling and plans over a service that tells little and takes little at once. */
class SilentStoreTest {

  private final MemoryIdentityStore store =
      new MemoryIdentityStore(
          new IdentityStoreId("d-1234567890"),
          InstantSource.system(),
          MemoryPersonality.SILENT.traits());
  private final RosterClient client = RosterClient.builder(MemoryMemberships.driver(store)).build();
  private final GroupId group = store.addGroup();
  private final List<UserId> users = Stream.generate(store::addUser).limit(30).toList();

  @AfterEach
  void close() {
    client.close();
  }

  @Test
  void aBulkRunChangesTenMembersWithARequestAndClaimsNothingItCannotKnow() {
    List<GroupMember> pairs = users.stream().map(user -> new GroupMember(group, user)).toList();
    BulkSummary added = BulkMemberships.of(client).add(pairs.iterator(), each -> {});
    BulkSummary again = BulkMemberships.of(client).add(pairs.iterator(), each -> {});
    assertThat(added.isComplete()).isTrue();
    assertThat(again.isComplete()).isTrue();
    assertThat(store.membershipCount()).isEqualTo(30);
    assertThat(store.requests().total()).isEqualTo(6);
    assertThat(store.requests().of(Operation.ADD_MEMBERS)).isEqualTo(6);

    BulkSummary removed = BulkMemberships.of(client).remove(pairs.iterator(), each -> {});
    assertThat(removed.isComplete()).isTrue();
    assertThat(store.membershipCount()).isZero();
    assertThat(store.requests().of(Operation.FIND_MEMBERSHIP)).isZero();
    assertThat(store.requests().of(Operation.REMOVE_MEMBERS))
        .as("a read belongs to each")
        .isEqualTo(6);
  }

  @Test
  void aGroupIsReconciledFromOneResponse() {
    users.subList(0, 20).forEach(user -> store.createMembership(group, user));
    Reconciler reconciler = Reconciler.of(client);
    ReconcilePlan plan = reconciler.plan(ReconcileMode.EXCLUSIVE, group, users.subList(5, 30));
    assertThat(store.requests().total()).isEqualTo(1);
    ReconcileReport report = reconciler.apply(plan);
    assertThat(report.isComplete()).isTrue();
    assertThat(store.requests().total()).isEqualTo(1 + plan.expectedRequests(client.traits()));
    List<MemberId> members = new ArrayList<>();
    client.listMemberships(group).forEach(each -> members.add(each.memberId()));
    assertThat(members).containsExactlyInAnyOrderElementsOf(users.subList(5, 30));
  }

  @Test
  void aPlanCountsWhatTheServiceTakesInACall() {
    List<GroupId> groups = Stream.generate(store::addGroup).limit(15).toList();
    groups.forEach(each -> store.createMembership(each, users.get(0)));
    AccessQueries queries = AccessQueries.of(client);
    ListingSizes sizes = ListingSizes.assuming(1_000, 100);
    AccessPlan plan = queries.plan(users.subList(0, 1), groups, sizes);
    AccessMatrix matrix = queries.ask(plan);
    assertThat(plan.expectedCalls()).isEqualTo(3);
    assertThat(store.requests().total()).isEqualTo(3);
    assertThat(matrix.groupsOf(users.get(0))).containsExactlyElementsOf(groups);
  }

  @Test
  void aWholeGroupIsReadOnceAndResumedElsewhere() {
    users.forEach(user -> store.createMembership(group, user));
    List<MemberId> seen = new ArrayList<>();
    Page<Membership> first =
        client.listMemberships(group).withPageSize(12).pages().iterator().next();
    first.items().forEach(each -> seen.add(each.memberId()));
    PageToken token = first.next().orElseThrow();
    store.deleteMembership(first.items().get(0).membershipId());
    client
        .listMemberships(group)
        .startingAt(token)
        .withPageSize(5)
        .forEach(each -> seen.add(each.memberId()));
    assertThat(seen).containsExactlyInAnyOrderElementsOf(users);
    assertThat(store.requests().of(Operation.LIST_MEMBERSHIPS)).isEqualTo(2);
  }
}
