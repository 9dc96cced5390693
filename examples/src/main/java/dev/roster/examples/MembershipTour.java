package dev.roster.examples;

import dev.roster.EnsuredMembership;
import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.Presence;
import dev.roster.RosterClient;
import dev.roster.UserId;
import java.io.PrintStream;
import java.util.Optional;

/** The scenario of the quick start. Nothing in it knows which cloud it runs on. */
final class MembershipTour {

  private final RosterClient client;
  private final PrintStream out;

  MembershipTour(RosterClient client, PrintStream out) {
    this.client = client;
    this.out = out;
  }

  /** Puts a user into a group and takes it out again; leaves the store as it was. */
  void run(GroupId group, UserId user) {
    EnsuredMembership ensured = client.ensureMember(group, user);
    say("put the user into the group: " + ensured.presence());
    Optional<Membership> found = client.findMembership(group, user);
    say("looked it up: " + (found.isPresent() ? "there" : "missing"));
    Membership read = client.getMembership(found.orElseThrow().membershipId());
    say("read it by its id: made at " + read.createdAt().map(Object::toString).orElse("(unsaid)"));
    say("asked whether the user is in it: " + client.isMember(user, group));
    say("listed the group in pages of 2, members: " + count(group));
    say("listed the user's groups: " + client.listMembershipsForMember(user).stream().count());
    if (ensured.presence() == Presence.CREATED) {
      say("took the user out again: " + client.ensureNotMember(group, user));
    } else {
      say("left the user in the group, where it was before");
    }
  }

  private long count(GroupId group) {
    return client.listMemberships(group).withPageSize(2).stream().count();
  }

  private void say(String line) {
    out.println("  " + line);
  }
}
