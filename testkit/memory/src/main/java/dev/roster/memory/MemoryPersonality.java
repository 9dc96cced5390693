package dev.roster.memory;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.spi.ServiceTraits;
import java.util.EnumSet;
import java.util.Set;

/**
 * What kind of service a store in memory is. A program that works over both works over services
 * that differ in everything that {@link ServiceTraits} can say.
 */
public enum MemoryPersonality {
  /**
   * As documented cloud directories are: membership ids of its own, a refusal for what is there
   * already, pages of 100, and 100 groups per check.
   */
  TELLING,
  /**
   * As plain directories are: membership ids that follow from group and member, writes that succeed
   * whether or not they changed anything, up to 10 members of a group in one request, all or none,
   * a read of the group's version before each removal, whole groups in one response, pages of 13
   * for a member, 7 groups per check, and not-found responses that name what is missing for
   * additions and listings only.
   */
  SILENT;

  private static final ServiceTraits TELLING_TRAITS =
      ServiceTraits.builder()
          .largestPage(100)
          .groupsPerCheck(100)
          .addingTells(true)
          .removingTells(true)
          .namesWhatIsMissing(EnumSet.allOf(Operation.class))
          .auditDetails(true)
          .abortsBlockedAttempts(true)
          .build();

  private static final ServiceTraits SILENT_TRAITS =
      ServiceTraits.builder()
          .largestPage(13)
          .unpaged(Set.of(Operation.LIST_MEMBERSHIPS))
          .groupsPerCheck(7)
          .membersPerWrite(10, true)
          .readsFirst(EnumSet.of(Operation.DELETE_MEMBERSHIP, Operation.REMOVE_MEMBERS))
          .derivedIds(true)
          .namesWhatIsMissing(
              EnumSet.of(
                  Operation.CREATE_MEMBERSHIP,
                  Operation.ADD_MEMBERS,
                  Operation.LIST_MEMBERSHIPS,
                  Operation.LIST_MEMBERSHIPS_FOR_MEMBER))
          .auditDetails(true)
          .abortsBlockedAttempts(true)
          .build();

  /**
   * What a service of this kind is like.
   *
   * @return the same at every call
   */
  public ServiceTraits traits() {
    return this == TELLING ? TELLING_TRAITS : SILENT_TRAITS;
  }

  /**
   * The id of a membership where ids follow from group and member. The length keeps apart what
   * would be the same text otherwise.
   *
   * @param group the group
   * @param member the member
   * @return the same id for the same pair
   */
  public static MembershipId derivedId(GroupId group, MemberId member) {
    return new MembershipId(group.value().length() + "." + group.value() + "." + member.value());
  }
}
