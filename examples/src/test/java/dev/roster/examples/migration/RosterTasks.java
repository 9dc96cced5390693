package dev.roster.examples.migration;

import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.directory.LookupKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The tasks with Roster, on either cloud. */
final class RosterTasks implements MembershipTasks {

  private final RosterClient client;

  RosterTasks(RosterClient client) {
    this.client = client;
  }

  @Override
  public void add(String group, String user) {
    client.ensureMember(new GroupId(group), new UserId(user));
  }

  @Override
  public void remove(String group, String user) {
    client.ensureNotMember(new GroupId(group), new UserId(user));
  }

  @Override
  public List<String> membersOf(String group) {
    List<String> members = new ArrayList<>();
    for (Membership membership : client.listMemberships(new GroupId(group))) {
      members.add(membership.memberId().value());
    }
    return members;
  }

  @Override
  public List<String> groupsOf(String user) {
    return client.listMembershipsForMember(new UserId(user)).stream()
        .map(membership -> membership.groupId().value())
        .toList();
  }

  @Override
  public Set<String> groupsAmong(String user, List<String> groups) {
    Set<String> found = new TreeSet<>();
    List<GroupId> ids = groups.stream().map(GroupId::new).toList();
    client
        .isMemberInGroups(new UserId(user), ids)
        .forEach(
            (group, member) -> {
              if (member) {
                found.add(group.value());
              }
            });
    return found;
  }

  @Override
  public String userNamed(String userName) {
    return client.directory().users().findId(LookupKey.userName(userName)).orElseThrow().value();
  }
}
