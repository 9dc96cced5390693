package dev.roster;

import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.BulkSummary;
import dev.roster.bulk.GroupMember;
import dev.roster.query.AccessMatrix;
import dev.roster.query.AccessPlan;
import dev.roster.query.AccessQueries;
import dev.roster.query.ListingSizes;
import java.util.List;

/** The snippets of the Javadoc, compiled; {@link JavadocSnippetsTest} holds the two together. */
final class Snippets {

  private Snippets() {}

  static void membershipClient(String uri) {
    try (MembershipClient client = MembershipClient.open(uri)) {
      client.ensureMember(new GroupId("engineers"), new UserId("ada"));
      for (Membership membership : client.listMemberships(new GroupId("engineers"))) {
        System.out.println(membership.memberId());
      }
    }
  }

  static void accessQueries(MembershipClient client, List<UserId> users, List<GroupId> groups) {
    AccessPlan plan = AccessPlan.of(users, groups, ListingSizes.unknown());
    System.out.println(plan.expectedCalls() + " calls");
    AccessMatrix access = AccessQueries.of(client).ask(plan);
    System.out.println(access.isMember(users.get(0), groups.get(0)));
  }

  static BulkSummary bulk(MembershipClient client, List<GroupMember> pairs) {
    BulkSummary summary =
        BulkMemberships.of(client)
            .withProgress(progress -> System.out.println(progress))
            .add(pairs.iterator(), outcome -> System.out.println(outcome));
    return summary;
  }
}
