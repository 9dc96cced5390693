package dev.roster.query;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Puts together the results of single calls. Thread-safe. */
final class AccessResults {

  private final AccessPlan plan;
  private final Set<MemberId> members;
  private final Map<GroupId, Set<MemberId>> present = new HashMap<>();
  private final Map<GroupId, Long> groupSizes = new HashMap<>();
  private final Map<MemberId, Long> memberSizes = new HashMap<>();

  AccessResults(AccessPlan plan) {
    this.plan = plan;
    this.members = Set.copyOf(plan.members());
    plan.groups().forEach(group -> present.put(group, new HashSet<>()));
  }

  /** Reads a listing item by item, so that a group of any size takes no more room than it must. */
  void listed(GroupId group, Iterable<Membership> listing) {
    long size = 0;
    for (Membership membership : listing) {
      found(group, membership.memberId());
      size++;
    }
    synchronized (this) {
      groupSizes.put(group, size);
    }
  }

  void listed(MemberId member, Iterable<Membership> listing) {
    long size = 0;
    for (Membership membership : listing) {
      found(membership.groupId(), member);
      size++;
    }
    synchronized (this) {
      memberSizes.put(member, size);
    }
  }

  void checked(MemberId member, Map<GroupId, Boolean> memberOf) {
    memberOf.forEach(
        (group, isMember) -> {
          if (isMember) {
            found(group, member);
          }
        });
  }

  private synchronized void found(GroupId group, MemberId member) {
    Set<MemberId> ofGroup = present.get(group);
    if (ofGroup != null && members.contains(member)) {
      ofGroup.add(member);
    }
  }

  synchronized AccessMatrix matrix() {
    return new AccessMatrix(
        plan, present, plan.sizes().withGroups(groupSizes).withMembers(memberSizes));
  }
}
