package dev.roster.internal.operation;

import dev.roster.Absence;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.internal.call.Call;
import dev.roster.internal.call.Settlement;
import dev.roster.internal.errors.RequestFailed;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The calls that may take more than one request: because the response to a write can get lost, and
 * what became of it is settled before they return, or because of a service's limits.
 */
public final class MembershipCalls {

  private MembershipCalls() {}

  /**
   * Reads a membership by its id.
   *
   * @param call the call
   * @param membership the id
   * @return the membership
   * @throws RequestFailed if there is none, or the service did not say
   */
  public static Membership get(Call call, MembershipId membership) throws RequestFailed {
    return call.send(
        Operation.GET_MEMBERSHIP, attempt -> call.driver().getMembership(membership, attempt));
  }

  /**
   * Looks a membership up.
   *
   * @param call the call
   * @param group the group
   * @param member the member
   * @return empty where it is the membership that is missing
   * @throws RequestFailed if the service did not say
   */
  public static Optional<Membership> find(Call call, GroupId group, MemberId member)
      throws RequestFailed {
    try {
      return Optional.of(
          call.send(
              Operation.FIND_MEMBERSHIP,
              attempt -> call.driver().findMembership(group, member, attempt)));
    } catch (RequestFailed failed) {
      if (failed.isMissingMembership()) {
        return Optional.empty();
      }
      throw failed;
    }
  }

  /**
   * Removes a membership by its id.
   *
   * @param call the call
   * @param membership the id
   * @return {@link Absence#REMOVED} or {@link Absence#ABSENT_REMOVER_UNKNOWN}
   * @throws RequestFailed if it was not removed, or that cannot be known
   */
  public static Absence delete(Call call, MembershipId membership) throws RequestFailed {
    try {
      return call.send(
          Operation.DELETE_MEMBERSHIP,
          attempt -> {
            call.driver().deleteMembership(membership, attempt);
            return absenceOfRemoved(call);
          });
    } catch (RequestFailed failed) {
      if (call.maybeApplied() && failed.isMissingMembership()) {
        return Absence.ABSENT_REMOVER_UNKNOWN;
      }
      if (call.isOpenQuestion(failed)) {
        return afterLostDelete(call, membership, failed);
      }
      throw failed;
    }
  }

  /** A success of a service that does not tell is no proof that this call removed it. */
  private static Absence absenceOfRemoved(Call call) {
    return call.driver().traits().removingTells()
        ? Absence.REMOVED
        : Absence.ABSENT_REMOVER_UNKNOWN;
  }

  private static Absence afterLostDelete(Call call, MembershipId membership, RequestFailed failed)
      throws RequestFailed {
    Settlement settlement = call.settlement();
    Absence absence = settlement.find(() -> absence(call, membership));
    if (absence == null) {
      throw settlement.unsettled(failed);
    }
    return absence;
  }

  private static @Nullable Absence absence(Call call, MembershipId membership)
      throws RequestFailed {
    try {
      call.settlingRead(
          Operation.GET_MEMBERSHIP, attempt -> call.driver().getMembership(membership, attempt));
      return null;
    } catch (RequestFailed failed) {
      if (failed.isMissingMembership()) {
        return Absence.ABSENT_REMOVER_UNKNOWN;
      }
      throw failed;
    }
  }

  /**
   * Makes sure that there is no such membership.
   *
   * @param call the call
   * @param membership its id
   * @return how it came not to be there
   * @throws RequestFailed if it is there, or that cannot be known
   */
  public static Absence ensureDeleted(Call call, MembershipId membership) throws RequestFailed {
    try {
      return delete(call, membership);
    } catch (RequestFailed failed) {
      if (!call.maybeApplied() && failed.isMissingMembership()) {
        return Absence.ALREADY_ABSENT;
      }
      throw failed;
    }
  }

  /**
   * Removes a member from a group, if it is there. Where membership ids follow from group and
   * member, no read is needed.
   *
   * @param call the call
   * @param group the group
   * @param member the member
   * @return how the member came not to be in the group
   * @throws RequestFailed if the member is in the group, or that cannot be known
   */
  public static Absence ensureNot(Call call, GroupId group, MemberId member) throws RequestFailed {
    if (call.driver().traits().derivedIds()) {
      return ensureDeleted(call, call.driver().derivedId(group, member));
    }
    Optional<Membership> present = find(call, group, member);
    if (present.isEmpty()) {
      return Absence.ALREADY_ABSENT;
    }
    return ensureDeleted(call, present.get().membershipId());
  }

  /**
   * Asks whether a member is in a group.
   *
   * @param call the call
   * @param member the member
   * @param group the group
   * @return whether it is
   * @throws RequestFailed if the service did not say
   */
  public static boolean isMember(Call call, MemberId member, GroupId group) throws RequestFailed {
    return Boolean.TRUE.equals(isMemberInGroups(call, member, List.of(group)).get(group));
  }

  /**
   * What a check of groups asks for.
   *
   * @param groups any number of groups
   * @return each of them once, in their order
   */
  public static List<GroupId> distinct(Collection<GroupId> groups) {
    Objects.requireNonNull(groups, "groups must not be null");
    return groups.stream()
        .map(group -> Objects.requireNonNull(group, "groups must not contain null"))
        .distinct()
        .toList();
  }

  /**
   * Asks for one member and any number of groups.
   *
   * @param call the call
   * @param member the member
   * @param groups different groups
   * @return yes or no for every group, in the order asked
   * @throws RequestFailed if the response leaves out a group
   */
  public static Map<GroupId, Boolean> isMemberInGroups(
      Call call, MemberId member, List<GroupId> groups) throws RequestFailed {
    Map<GroupId, Boolean> members = new LinkedHashMap<>();
    int most = call.driver().traits().groupsPerCheck();
    for (int from = 0; from < groups.size(); from += most) {
      List<GroupId> some = groups.subList(from, Math.min(from + most, groups.size()));
      Map<GroupId, Boolean> response =
          call.send(
              Operation.IS_MEMBER_IN_GROUPS,
              attempt -> call.driver().isMemberInGroups(member, some, attempt));
      for (GroupId group : some) {
        members.put(group, isMember(call, response, group));
      }
    }
    return Collections.unmodifiableMap(members);
  }

  private static boolean isMember(Call call, Map<GroupId, Boolean> response, GroupId group)
      throws RequestFailed {
    Boolean isMember = response.get(group);
    if (isMember == null) {
      throw call.failure(ErrorCode.INVALID_RESPONSE, "the response leaves out group " + group);
    }
    return isMember;
  }
}
