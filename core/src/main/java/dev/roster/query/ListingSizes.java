package dev.roster.query;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Operation;
import dev.roster.spi.ServiceTraits;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/**
 * How long listings are, as far as it is known, and what to assume of the others. Immutable.
 *
 * <p>A wrong size costs calls, and never makes a result wrong. {@link AccessMatrix#sizes()} tells
 * what was learned on the way, for the next plan.
 */
public final class ListingSizes {

  /** What is assumed of a group of which nothing is known: a few are very large. */
  public static final long ASSUMED_MEMBERS_OF_A_GROUP = 1_000;

  /** What is assumed of a member of which nothing is known: services allow a thousand at most. */
  public static final long ASSUMED_GROUPS_OF_A_MEMBER = 50;

  /** More than any listing costs: a transitive check tells something else than listings do. */
  private static final long NEVER = 1L << 40;

  private static final ListingSizes UNKNOWN =
      assuming(ASSUMED_MEMBERS_OF_A_GROUP, ASSUMED_GROUPS_OF_A_MEMBER);

  private final Map<GroupId, Long> groups;
  private final Map<MemberId, Long> members;
  private final long otherGroup;
  private final long otherMember;
  private final ServiceTraits traits;

  private ListingSizes(
      Map<GroupId, Long> groups,
      Map<MemberId, Long> members,
      long otherGroup,
      long otherMember,
      ServiceTraits traits) {
    this.groups = groups;
    this.members = members;
    this.otherGroup = otherGroup;
    this.otherMember = otherMember;
    this.traits = traits;
  }

  /**
   * Nothing is known.
   *
   * @return a shared instance
   */
  public static ListingSizes unknown() {
    return UNKNOWN;
  }

  /**
   * Nothing is known of single groups and members, but something of them in general.
   *
   * @param membersOfAGroup how many members a group has, zero or more
   * @param groupsOfAMember how many groups a member is in, zero or more
   * @return sizes
   * @throws IllegalArgumentException if a number is negative
   */
  public static ListingSizes assuming(long membersOfAGroup, long groupsOfAMember) {
    return new ListingSizes(
        Map.of(),
        Map.of(),
        notNegative(membersOfAGroup),
        notNegative(groupsOfAMember),
        ServiceTraits.neutral());
  }

  /**
   * These sizes with those of some groups.
   *
   * @param known how many members each has, zero or more
   * @return new sizes
   * @throws IllegalArgumentException if a number is negative
   */
  public ListingSizes withGroups(Map<GroupId, Long> known) {
    return new ListingSizes(joined(groups, known), members, otherGroup, otherMember, traits);
  }

  /**
   * These sizes with those of some members.
   *
   * @param known how many groups each is in, zero or more
   * @return new sizes
   * @throws IllegalArgumentException if a number is negative
   */
  public ListingSizes withMembers(Map<? extends MemberId, Long> known) {
    return new ListingSizes(groups, joined(members, known), otherGroup, otherMember, traits);
  }

  /**
   * These sizes for another service. What a page and a check hold decides how many calls something
   * takes.
   *
   * @param service of {@link dev.roster.RosterClient#traits()}; {@link ServiceTraits#neutral()}
   *     unless set
   * @return new sizes
   */
  public ListingSizes withTraits(ServiceTraits service) {
    Objects.requireNonNull(service, "traits must not be null");
    return new ListingSizes(groups, members, otherGroup, otherMember, service);
  }

  /**
   * How many members a group has, known or assumed.
   *
   * @param group the group
   * @return zero or more
   */
  public long of(GroupId group) {
    return groups.getOrDefault(Objects.requireNonNull(group, "group must not be null"), otherGroup);
  }

  /**
   * How many groups a member is in, known or assumed.
   *
   * @param member the member
   * @return zero or more
   */
  public long of(MemberId member) {
    return members.getOrDefault(
        Objects.requireNonNull(member, "member must not be null"), otherMember);
  }

  /**
   * How many calls it takes to list the members of some groups: one per page, and one for an empty
   * group.
   *
   * @param listed the groups
   * @return as many calls as there are groups, or more
   */
  public long callsToListGroups(Collection<GroupId> listed) {
    return listed.stream().mapToLong(this::callsToList).sum();
  }

  /**
   * How many calls it takes to list the groups of some members, as {@link #callsToListGroups}.
   *
   * @param listed the members
   * @return as many calls as there are members, or more
   */
  public long callsToListMembers(Collection<? extends MemberId> listed) {
    return listed.stream().mapToLong(this::callsToList).sum();
  }

  /**
   * How many calls it takes to take a member out of all its groups, as {@link
   * dev.roster.bulk.BulkMemberships#removeFromAllGroups} does: the listing, and one for each
   * membership; two where a read belongs to a removal.
   *
   * @param member the member
   * @return 1 or more
   */
  public long callsToRemove(MemberId member) {
    return callsToList(member) + of(member) * traits.requestsOf(Operation.DELETE_MEMBERSHIP);
  }

  boolean isKnown(GroupId group) {
    return groups.containsKey(group);
  }

  boolean isKnown(MemberId member) {
    return members.containsKey(member);
  }

  long callsToList(GroupId group) {
    return pages(of(group), Operation.LIST_MEMBERSHIPS);
  }

  long callsToList(MemberId member) {
    return pages(of(member), Operation.LIST_MEMBERSHIPS_FOR_MEMBER);
  }

  private long pages(long items, Operation listing) {
    return items == 0 || !traits.isPaged(listing)
        ? 1
        : (items - 1) / traits.largestPage(listing) + 1;
  }

  /** How many calls it takes to ask which of some groups one member is in. */
  long callsToAsk(long checked) {
    if (traits.transitiveChecks() && checked > 0) {
      return NEVER;
    }
    return (checked + traits.groupsPerCheck() - 1) / traits.groupsPerCheck();
  }

  private static <K> Map<K, Long> joined(Map<K, Long> before, Map<? extends K, Long> known) {
    Map<K, Long> all = new HashMap<>(before);
    known.forEach((key, size) -> all.put(key, notNegative(size)));
    return all;
  }

  private static long notNegative(long size) {
    if (size < 0) {
      throw new IllegalArgumentException("a listing's size must not be negative, but is " + size);
    }
    return size;
  }

  @Override
  public String toString() {
    return "ListingSizes[of %d groups and %d members; otherwise %d members a group, %d groups a"
            .formatted(groups.size(), members.size(), otherGroup, otherMember)
        + " member]";
  }
}
