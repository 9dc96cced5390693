package dev.roster.examples;

import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.RosterClient;
import dev.roster.UserId;
import java.util.List;

/** The sample of the README; a test holds the two together. */
final class ReadmeSample {

  private ReadmeSample() {}

  static void run(String uri, GroupId group, UserId user) {
    // sample: begin
    try (RosterClient client = RosterClient.open(uri)) {
      System.out.println(client.ensureMember(group, user).presence());
      for (Membership membership : client.listMemberships(group)) {
        System.out.println(membership.memberId());
      }
      System.out.println(client.isMemberInGroups(user, List.of(group)));
      System.out.println(client.ensureNotMember(group, user));
    }
    // sample: end
  }
}
