package dev.roster.query;

import dev.roster.GroupId;
import dev.roster.MemberId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * How to find out which of some members are in which of some groups, with the fewest calls.
 * Immutable; sends nothing.
 *
 * <p>Each pair of a member and a group is settled by the group's listing, by the member's listing,
 * or by asking whether the member is in the group, which settles as many groups of one member in a
 * call as the service takes. When so many groups are listed, they are the cheapest ones, and every
 * member then takes the cheaper of its own listing and of asking for the groups that are left. So
 * the plan tries each number of listed groups, and is the best one for the given sizes.
 */
public final class AccessPlan {

  private final List<MemberId> members;
  private final List<GroupId> groups;
  private final List<GroupId> groupsToList;
  private final List<GroupId> groupsLeft;
  private final List<MemberId> membersToList;
  private final List<MemberId> membersToAsk;
  private final long expectedCalls;
  private final ListingSizes sizes;

  private AccessPlan(
      Set<MemberId> members, Set<GroupId> groups, List<GroupId> cheapestFirst, Choice choice) {
    this.members = List.copyOf(members);
    this.groups = List.copyOf(groups);
    this.groupsToList = List.copyOf(cheapestFirst.subList(0, choice.listedGroups));
    Set<GroupId> left = new LinkedHashSet<>(groups);
    groupsToList.forEach(left::remove);
    this.groupsLeft = List.copyOf(left);
    this.membersToList = members.stream().filter(choice::isListed).toList();
    this.membersToAsk = members.stream().filter(choice::isAsked).toList();
    this.expectedCalls = choice.calls;
    this.sizes = choice.sizes;
  }

  /**
   * Makes the plan.
   *
   * @param members the members; repeated ones count once
   * @param groups the groups; repeated ones count once
   * @param sizes how long the listings are, and what the service takes in a call; {@link
   *     AccessQueries#plan} makes the plan for its client's
   * @return the cheapest plan; of several, one that rests on the fewest assumed sizes
   */
  public static AccessPlan of(
      Collection<? extends MemberId> members, Collection<GroupId> groups, ListingSizes sizes) {
    Set<MemberId> distinctMembers = new LinkedHashSet<>(members);
    Set<GroupId> distinctGroups = new LinkedHashSet<>(groups);
    List<GroupId> cheapestFirst = cheapestFirst(distinctGroups, sizes);
    Choice best = cheapest(distinctMembers, cheapestFirst, sizes);
    return new AccessPlan(distinctMembers, distinctGroups, cheapestFirst, best);
  }

  private static List<GroupId> cheapestFirst(Set<GroupId> groups, ListingSizes sizes) {
    List<GroupId> cheapestFirst = new ArrayList<>(groups);
    cheapestFirst.sort(
        Comparator.<GroupId>comparingLong(sizes::callsToList)
            .thenComparing(sizes::isKnown, Comparator.reverseOrder()));
    return cheapestFirst;
  }

  private static Choice cheapest(
      Set<MemberId> members, List<GroupId> cheapestFirst, ListingSizes sizes) {
    MemberCosts costs = new MemberCosts(members, sizes);
    int groups = cheapestFirst.size();
    Choice best = null;
    long listing = 0;
    long guessed = 0;
    for (int listed = 0; listed <= groups; listed++) {
      long asking = sizes.callsToAsk(groups - listed);
      long calls = listing + costs.total(asking);
      Choice next = new Choice(listed, asking, calls, guessed + costs.guessed(asking), sizes);
      best = best == null || next.isBetterThan(best) ? next : best;
      if (listed < groups) {
        GroupId group = cheapestFirst.get(listed);
        listing += sizes.callsToList(group);
        guessed += sizes.isKnown(group) ? 0 : 1;
      }
    }
    return Objects.requireNonNull(best);
  }

  /**
   * The members in question.
   *
   * @return an unmodifiable list without duplicates, in the order given
   */
  public List<MemberId> members() {
    return members;
  }

  /**
   * The groups in question.
   *
   * @return an unmodifiable list without duplicates, in the order given
   */
  public List<GroupId> groups() {
    return groups;
  }

  /**
   * The groups whose members are listed.
   *
   * @return an unmodifiable list, possibly empty
   */
  public List<GroupId> groupsToList() {
    return groupsToList;
  }

  /**
   * The groups that are not listed, for which members are listed or checked.
   *
   * @return an unmodifiable list, possibly empty
   */
  public List<GroupId> groupsLeft() {
    return groupsLeft;
  }

  /**
   * The members whose groups are listed.
   *
   * @return an unmodifiable list, possibly empty
   */
  public List<MemberId> membersToList() {
    return membersToList;
  }

  /**
   * The members that are checked for {@link #groupsLeft}.
   *
   * @return an unmodifiable list, possibly empty
   */
  public List<MemberId> membersToAsk() {
    return membersToAsk;
  }

  /**
   * How many calls the plan takes if the sizes are true and nothing fails.
   *
   * @return zero or more
   */
  public long expectedCalls() {
    return expectedCalls;
  }

  ListingSizes sizes() {
    return sizes;
  }

  @Override
  public String toString() {
    return ("AccessPlan[%d members in %d groups: list %d groups, list %d members,"
            + " ask for %d members; %d calls]")
        .formatted(
            members.size(),
            groups.size(),
            groupsToList.size(),
            membersToList.size(),
            membersToAsk.size(),
            expectedCalls);
  }

  /** A way to do it: the cheapest so many groups are listed, and asking a member costs so much. */
  private record Choice(
      int listedGroups, long asking, long calls, long guessedListings, ListingSizes sizes) {

    /** Of two that cost the same, the one that rests on less guesswork. */
    boolean isBetterThan(Choice other) {
      return calls < other.calls
          || (calls == other.calls && guessedListings < other.guessedListings);
    }

    boolean isListed(MemberId member) {
      return asking > 0 && sizes.callsToList(member) < asking;
    }

    boolean isAsked(MemberId member) {
      return asking > 0 && sizes.callsToList(member) >= asking;
    }
  }
}
