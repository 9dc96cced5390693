package dev.roster;

import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.BulkSummary;
import dev.roster.bulk.GroupMember;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.query.AccessMatrix;
import dev.roster.query.AccessPlan;
import dev.roster.query.AccessQueries;
import dev.roster.query.ListingSizes;
import dev.roster.query.NameResolver;
import dev.roster.query.Resolution;
import dev.roster.reconcile.DesiredMembers;
import dev.roster.reconcile.GroupMirror;
import dev.roster.reconcile.MemberResolver;
import dev.roster.reconcile.MirrorPlan;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.ReconcileReport;
import dev.roster.reconcile.Reconciler;
import dev.roster.reconcile.Refusal;
import dev.roster.reconcile.RemovalGuard;
import dev.roster.reconcile.ResolvedMembers;
import dev.roster.reconcile.SourceTrust;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** The snippets of the Javadoc, compiled; {@link JavadocSnippetsTest} holds the two together. */
final class Snippets {

  private Snippets() {}

  static void membershipClient(String uri) {
    try (RosterClient client = RosterClient.open(uri)) {
      client.ensureMember(new GroupId("engineers"), new UserId("ada"));
      for (Membership membership : client.listMemberships(new GroupId("engineers"))) {
        System.out.println(membership.memberId());
      }
    }
  }

  static void accessQueries(RosterClient client, List<UserId> users, List<GroupId> groups) {
    AccessQueries queries = AccessQueries.of(client);
    AccessPlan plan = queries.plan(users, groups, ListingSizes.unknown());
    System.out.println(plan.expectedCalls() + " calls");
    AccessMatrix access = queries.ask(plan);
    System.out.println(access.isMember(users.get(0), groups.get(0)));
  }

  static BulkSummary bulk(RosterClient client, List<GroupMember> pairs) {
    BulkSummary summary =
        BulkMemberships.of(client)
            .withProgress(progress -> System.out.println(progress))
            .add(pairs.iterator(), result -> System.out.println(result));
    return summary;
  }

  static CallListener audit() {
    CallListener audit =
        new CallListener() {
          @Override
          public boolean wantsIdentifiers() {
            return true;
          }

          @Override
          public void operationSucceeded(CallInfo call, int attempts, Duration elapsed) {
            System.out.println(call.operation() + " " + call.memberIds() + " " + call.groupIds());
          }
        };
    return audit;
  }

  static void reconcile(RosterClient client, Map<GroupId, List<UserId>> desired) {
    Reconciler reconciler = Reconciler.of(client);
    ReconcilePlan plan = reconciler.plan(ReconcileMode.EXCLUSIVE, desired);
    System.out.println(plan.toText());
    ReconcileReport report = reconciler.apply(plan);
    System.out.println(report);
  }

  static ReconcileReport reviewedPlan(RosterClient client, Path file) throws IOException {
    ReconcilePlan reviewed = ReconcilePlan.parse(Files.readString(file));
    RemovalGuard guard = RemovalGuard.defaults().withMaxRemovals(500).withMaxShare(0.2);
    ReconcileReport report = Reconciler.of(client).withGuard(guard).apply(reviewed);
    report.changedSincePlan().forEach(System.out::println);
    report.failures().forEach(System.out::println);
    Files.writeString(file, report.rest().toText());
    return report;
  }

  static void names(RosterClient client, List<LookupKey<User>> names) {
    NameResolver<UserId, User> users = NameResolver.ofUsers(client).withStoreSize(10_000);
    System.out.println(users.plan(names).mostCalls().orElseThrow() + " calls at most");
    Resolution<UserId, User> resolved = users.resolve(names);
    System.out.println(resolved.missing().size() + " names are not there");
  }

  static void mirror(
      RosterClient source, RosterClient target, GroupId targetGroup, GroupId sourceGroup) {
    GroupMirror mirror = GroupMirror.between(source, target).matchingBy(GroupMirror.BY_EMAIL);
    MirrorPlan plan = mirror.plan(ReconcileMode.ADDITIVE, Map.of(targetGroup, sourceGroup));
    System.out.println(plan.unmatched().size() + " members have no match");
    mirror.apply(plan);
  }

  static DesiredMembers desired() {
    DesiredMembers desired =
        DesiredMembers.from("the personnel system")
            .member(LookupKey.groupName("developers"), LookupKey.userName("ada"))
            .build();
    return desired;
  }

  static ReconcilePlan trusted(RosterClient client, DesiredMembers desired) {
    ResolvedMembers members = MemberResolver.of(client).resolve(desired);
    List<Refusal> doubts = SourceTrust.defaults().refusals(members);
    ReconcilePlan plan = Reconciler.of(client).plan(ReconcileMode.EXCLUSIVE, members.byGroup());
    ReconcilePlan safe = doubts.isEmpty() ? plan : plan.keeping(change -> !change.isRemoval());
    return safe;
  }
}
