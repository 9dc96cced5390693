package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Operation;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.BulkSummary;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemResult;
import dev.roster.directory.KnownNames;
import dev.roster.query.AccessMatrix;
import dev.roster.query.AccessQueries;
import dev.roster.query.ListingSizes;
import dev.roster.query.NameResolver;
import dev.roster.reconcile.GroupMirror;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.ReconcileReport;
import dev.roster.reconcile.Reconciler;
import dev.roster.reconcile.RemovalsRefusedException;
import dev.roster.reconcile.UnmatchedMembersException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Names stand beside identifiers where the caller gave them, and nowhere else. */
class NamesInTextsTest {

  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"));
  private final RosterClient client = RosterClient.builder(MemoryMemberships.driver(store)).build();
  private final GroupId admins =
      store.groups().create(Attributes.none().with("displayName", "Admins"));
  private final UserId ada = user("ada");
  private final UserId bob = user("bob");
  private final KnownNames names =
      KnownNames.none()
          .withUsers(NameResolver.ofUsers(client).entries(List.of(ada, bob)).values())
          .withGroups(NameResolver.ofGroups(client).entries(List.of(admins)).values());

  private UserId user(String name) {
    return store.users().create(Attributes.none().with("userName", name));
  }

  @AfterEach
  void close() {
    client.close();
  }

  private static void assertNameless(Object... values) {
    assertThat(List.of(values))
        .extracting(Object::toString)
        .noneMatch(text -> text.contains("ada") || text.contains("Admins"));
  }

  @Test
  void aBulkResultAndItsSummaryNameWhatFailed() {
    store.faults().on(Operation.CREATE_MEMBERSHIP).always(Fault.of(FaultKind.ACCESS_DENIED));
    List<ItemResult> results = new ArrayList<>();
    BulkSummary summary =
        BulkMemberships.of(client)
            .add(List.of(new GroupMember(admins, ada)).iterator(), results::add);
    String failed = "%s \"ada\" in %s \"Admins\": FAILED (ACCESS_DENIED)".formatted(ada, admins);
    assertThat(results.get(0).toText(names)).isEqualTo(failed);
    assertThat(summary.toText(names)).isEqualTo(summary + "\nfirst failure: " + failed);
    assertThat(results.get(0).toText(KnownNames.none())).isEqualTo(results.get(0).toString());
    assertNameless(results.get(0), summary, summary.firstError().orElseThrow());
  }

  @Test
  void aSummaryWithoutAFailureIsOneLine() {
    BulkSummary summary =
        BulkMemberships.of(client)
            .add(List.of(new GroupMember(admins, ada)).iterator(), result -> {});
    assertThat(summary.firstFailure()).isEmpty();
    assertThat(summary.toText(names)).isEqualTo(summary.toString());
  }

  @Test
  void anAccessMatrixNamesGroupsAndMembers() {
    store.createMembership(admins, bob);
    AccessQueries queries = AccessQueries.of(client);
    AccessMatrix access =
        queries.ask(queries.plan(List.of(ada, bob), List.of(admins), ListingSizes.unknown()));
    assertThat(access.toText(names))
        .isEqualTo("%s \"Admins\": 1 of 2\n  %s \"bob\"\n".formatted(admins, bob));
    assertThat(access.toText(KnownNames.none()))
        .isEqualTo("%s: 1 of 2\n  %s\n".formatted(admins, bob));
    assertNameless(access);
  }

  @Test
  void aReportNamesWhatWasNotMadeByThisRun() {
    ReconcilePlan plan =
        Reconciler.of(client).plan(ReconcileMode.ADDITIVE, Map.of(admins, List.of(ada, bob)));
    store.createMembership(admins, ada);
    client.directory().users().delete(bob);
    ReconcileReport report = Reconciler.of(client).apply(plan);
    assertThat(report.toText(names))
        .startsWith(report + "\n")
        .contains("%s \"bob\" in %s \"Admins\": FAILED (NOT_FOUND)\n".formatted(bob, admins))
        .contains("%s \"ada\" in %s \"Admins\": ALREADY_PRESENT\n".formatted(ada, admins));
    assertNameless(report);
  }

  @Test
  void aPlanThatRemovesTooMuchNamesItsGroup() {
    store.createMembership(admins, ada);
    Reconciler reconciler = Reconciler.of(client);
    ReconcilePlan plan = reconciler.plan(ReconcileMode.EXCLUSIVE, Map.of(admins, List.of()));
    RemovalsRefusedException refused =
        catchThrowableOfType(RemovalsRefusedException.class, () -> reconciler.apply(plan));
    assertThat(refused.refusals().get(0).groupId()).contains(admins);
    assertThat(refused).hasMessageContaining("members of group " + admins + ", and");
    assertThat(refused.toText(names))
        .startsWith(
            "the plan removes 1 of the 1 members of group %s \"Admins\", and".formatted(admins));
    assertThat(refused.toText(KnownNames.none())).isEqualTo(refused.getMessage());
    assertNameless(refused);
  }

  @Test
  void aMirrorThatIsRefusedNamesTheMembersOfTheSource() {
    store.createMembership(admins, ada);
    MemoryIdentityStore other = new MemoryIdentityStore(new IdentityStoreId("d-2222222222"));
    GroupId follower = other.addGroup();
    try (RosterClient target = RosterClient.builder(MemoryMemberships.driver(other)).build()) {
      UnmatchedMembersException refused =
          catchThrowableOfType(
              UnmatchedMembersException.class,
              () ->
                  GroupMirror.between(client, target)
                      .plan(ReconcileMode.EXCLUSIVE, Map.of(follower, admins)));
      assertThat(refused.toText(refused.sourceNames())).contains(ada + " \"ada\". Nothing");
      assertThat(refused.toText(KnownNames.none())).isEqualTo(refused.getMessage());
      assertNameless(refused, refused.sourceNames());
    }
  }
}
