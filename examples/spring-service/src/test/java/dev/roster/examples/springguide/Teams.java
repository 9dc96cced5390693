package dev.roster.examples.springguide;

import dev.roster.GroupId;
import dev.roster.RosterClient;
import dev.roster.UserId;
import org.springframework.stereotype.Component;

@Component
class Teams {

  private final RosterClient client;

  Teams(RosterClient client) {
    this.client = client;
  }

  void join(GroupId team, UserId user) {
    client.ensureMember(team, user);
  }
}
