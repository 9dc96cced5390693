package dev.roster.spring.test;

import dev.roster.GroupId;
import dev.roster.RosterClient;
import dev.roster.UserId;
import org.springframework.stereotype.Component;

/** A component that a slice leaves out unless it is asked for. */
@Component
class Teams {

  private final RosterClient client;

  Teams(RosterClient client) {
    this.client = client;
  }

  void join(GroupId group, UserId user) {
    client.createMembership(group, user);
  }
}
