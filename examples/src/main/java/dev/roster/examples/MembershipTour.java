package dev.roster.examples;

import dev.roster.EnsuredMember;
import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.MembershipClient;
import dev.roster.UserId;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scenario of the quick start. Nothing in it knows which cloud it runs on. */
final class MembershipTour {

  private final MembershipClient client;
  private final PrintStream out;

  MembershipTour(MembershipClient client, PrintStream out) {
    this.client = client;
    this.out = out;
  }

  /** Puts a user into a group and takes it out again; leaves the store as it was. */
  void run(GroupId group, UserId user) {
    EnsuredMember ensured = client.ensureMember(group, user);
    say("put the user into the group: %s", ensured.presence());
    Optional<Membership> found = client.findMembership(group, user);
    say("looked it up: %s", found.isPresent() ? "there" : "missing");
    Membership read = client.getMembership(ensured.membership().membershipId());
    say("read it by its id: made at %s", read.createdAt().map(Object::toString).orElse("(unsaid)"));
    Map<GroupId, Boolean> answer = client.isMemberInGroups(user, List.of(group));
    say("asked whether the user is in it: %s", answer.get(group));
    say("listed the group in pages of 2: %d member(s)", count(group));
    say("listed the user's groups: %d", client.listMembershipsForMember(user).stream().count());
    switch (ensured.presence()) {
      case CREATED -> say("took the user out again: %s", client.ensureNotMember(group, user));
      default -> say("left the user in the group, where it was before");
    }
  }

  private long count(GroupId group) {
    return client.listMemberships(group).withPageSize(2).stream().count();
  }

  private void say(String line, Object... details) {
    out.println("  " + line.formatted(details));
  }
}
