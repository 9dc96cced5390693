package dev.roster.examples;

import dev.roster.Directory;
import dev.roster.GroupId;
import dev.roster.Presence;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.directory.LookupKey;

/** The sample of the README that uses names; a test holds the two together. */
final class NamesSample {

  private NamesSample() {}

  static Presence run(RosterClient client) {
    // sample: begin
    Directory directory = client.directory();
    UserId alice = directory.users().findId(LookupKey.userName("alice@example.com")).orElseThrow();
    GroupId admins =
        directory.groups().findId(LookupKey.groupName("Platform Admins")).orElseThrow();
    return client.ensureMember(admins, alice).presence();
    // sample: end
  }
}
