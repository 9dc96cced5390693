package dev.roster.internal.reconcile;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.Page;
import dev.roster.RosterClient;
import dev.roster.UserId;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/** The users in the groups that are followed, and how many members are no users. */
public final class SourceMembers {

  private final Map<GroupId, Set<UserId>> users = new LinkedHashMap<>();
  private long skipped;

  private SourceMembers() {}

  /**
   * Reads groups.
   *
   * @param source the store that is followed
   * @param groups its groups
   * @return their members
   */
  public static SourceMembers of(RosterClient source, Set<GroupId> groups) {
    SourceMembers members = new SourceMembers();
    groups.forEach(group -> members.read(source, group));
    return members;
  }

  private void read(RosterClient source, GroupId group) {
    Set<UserId> found = users.computeIfAbsent(group, first -> new LinkedHashSet<>());
    for (Page<Membership> page : source.listMemberships(group).pages()) {
      skipped += page.skipped();
      page.items().forEach(membership -> add(found, membership.memberId()));
    }
  }

  private void add(Set<UserId> found, MemberId member) {
    if (member instanceof UserId user) {
      found.add(user);
    } else {
      skipped++;
    }
  }

  /**
   * The users in a group.
   *
   * @param group one of the groups
   * @return its users
   */
  public Set<UserId> of(GroupId group) {
    return users.getOrDefault(group, Set.of());
  }

  /** {@return the users in any of the groups} */
  public Set<UserId> all() {
    Set<UserId> all = new LinkedHashSet<>();
    users.values().forEach(all::addAll);
    return all;
  }

  /** {@return how many members cannot be matched, because they are no users} */
  public long skipped() {
    return skipped;
  }
}
