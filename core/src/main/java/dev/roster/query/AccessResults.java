package dev.roster.query;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Puts together the results of single calls. Thread-safe. */
final class AccessResults {

  private final AccessPlan plan;
  private final UnaryOperator<String> canonical;
  private final Map<String, MemberId> members = new HashMap<>();
  private final Map<String, GroupId> groups = new HashMap<>();
  private final Map<GroupId, Set<MemberId>> present = new HashMap<>();
  private final Map<GroupId, Long> groupSizes = new HashMap<>();
  private final Map<MemberId, Long> memberSizes = new HashMap<>();

  /**
   * No results yet.
   *
   * @param canonical makes spellings of one identifier the same, as listings have their own
   */
  AccessResults(AccessPlan plan, UnaryOperator<String> canonical) {
    this.plan = plan;
    this.canonical = canonical;
    plan.members().forEach(member -> members.put(canonical.apply(member.value()), member));
    plan.groups().forEach(group -> groups.put(canonical.apply(group.value()), group));
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
    GroupId askedGroup = groups.get(canonical.apply(group.value()));
    MemberId askedMember = members.get(canonical.apply(member.value()));
    if (askedGroup != null && askedMember != null) {
      present.computeIfAbsent(askedGroup, first -> new HashSet<>()).add(askedMember);
    }
  }

  synchronized AccessMatrix matrix() {
    return new AccessMatrix(
        plan, present, plan.sizes().withGroups(groupSizes).withMembers(memberSizes));
  }
}
