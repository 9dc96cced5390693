package dev.roster.query;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.directory.KnownNames;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of some members are in which of some groups. Immutable. Calls that are made one after the
 * other see the store at different moments: what changes meanwhile is seen or not.
 */
public final class AccessMatrix {

  private final Set<MemberId> members;
  private final List<GroupId> groups;
  private final Map<GroupId, Set<MemberId>> present;
  private final ListingSizes sizes;

  AccessMatrix(AccessPlan plan, Map<GroupId, Set<MemberId>> present, ListingSizes sizes) {
    this.members = Collections.unmodifiableSet(new LinkedHashSet<>(plan.members()));
    this.groups = plan.groups();
    this.present = new HashMap<>();
    for (GroupId group : groups) {
      this.present.put(group, inOrder(members, present.getOrDefault(group, Set.of())));
    }
    this.sizes = sizes;
  }

  private static Set<MemberId> inOrder(Set<MemberId> members, Set<MemberId> some) {
    Set<MemberId> ordered = new LinkedHashSet<>(members);
    ordered.retainAll(some);
    return Collections.unmodifiableSet(ordered);
  }

  /**
   * The members in question.
   *
   * @return an unmodifiable set, in the order of the plan
   */
  public Set<MemberId> members() {
    return members;
  }

  /**
   * The groups in question.
   *
   * @return an unmodifiable list, in the order of the plan
   */
  public List<GroupId> groups() {
    return groups;
  }

  /**
   * Whether a member is in a group.
   *
   * @param member one of {@link #members}
   * @param group one of {@link #groups}
   * @return whether it is
   * @throws IllegalArgumentException if the plan has no such member or group, so that "not checked"
   *     is never taken for "not a member"
   */
  public boolean isMember(MemberId member, GroupId group) {
    return membersOf(group).contains(planned(member));
  }

  /**
   * The members of a group, of those in question.
   *
   * @param group one of {@link #groups}
   * @return an unmodifiable set, in the order of the plan
   * @throws IllegalArgumentException if the plan has no such group
   */
  public Set<MemberId> membersOf(GroupId group) {
    Set<MemberId> found = present.get(group);
    if (found == null) {
      throw new IllegalArgumentException("the plan has no group " + group);
    }
    return found;
  }

  /**
   * The groups of a member, of those in question.
   *
   * @param member one of {@link #members}
   * @return an unmodifiable set, in the order of the plan
   * @throws IllegalArgumentException if the plan has no such member
   */
  public Set<GroupId> groupsOf(MemberId member) {
    planned(member);
    return groups.stream()
        .filter(group -> membersOf(group).contains(member))
        .collect(
            Collectors.collectingAndThen(
                Collectors.toCollection(LinkedHashSet::new), Collections::unmodifiableSet));
  }

  /**
   * The sizes that the plan was made with and those of what was listed, for the next plan.
   *
   * @return sizes
   */
  public ListingSizes sizes() {
    return sizes;
  }

  /**
   * This as text: each group with those of the members in question that it has, with names beside
   * the identifiers where they are known.
   *
   * @param names names to show
   * @return a line for each group, and one with two spaces before it for each member in it; each
   *     ended by a line feed
   */
  public String toText(KnownNames names) {
    StringBuilder text = new StringBuilder();
    for (GroupId group : groups) {
      Set<MemberId> found = membersOf(group);
      text.append("%s: %d of %d\n".formatted(names.label(group), found.size(), members.size()));
      found.forEach(member -> text.append("  ").append(names.label(member)).append('\n'));
    }
    return text.toString();
  }

  private MemberId planned(MemberId member) {
    if (!members.contains(member)) {
      throw new IllegalArgumentException("the plan has no member " + member);
    }
    return member;
  }

  @Override
  public String toString() {
    return "AccessMatrix[%d members in %d groups: %d memberships]"
        .formatted(
            members.size(), groups.size(), present.values().stream().mapToInt(Set::size).sum());
  }
}
