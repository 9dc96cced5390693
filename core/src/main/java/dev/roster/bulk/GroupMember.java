package dev.roster.bulk;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.directory.KnownNames;
import java.util.Objects;

/**
 * A member in a group: what is to be, or not to be.
 *
 * @param groupId the group
 * @param memberId the member
 */
public record GroupMember(GroupId groupId, MemberId memberId) {

  /**
   * Checks that nothing is null.
   *
   * @param groupId the group
   * @param memberId the member
   */
  public GroupMember {
    Objects.requireNonNull(groupId, "group id must not be null");
    Objects.requireNonNull(memberId, "member id must not be null");
  }

  /**
   * The pair that a membership joins.
   *
   * @param membership the membership
   * @return the pair
   */
  public static GroupMember of(Membership membership) {
    return new GroupMember(membership.groupId(), membership.memberId());
  }

  /**
   * This, with names beside the identifiers where they are known.
   *
   * @param names names to show
   * @return one line, as {@link KnownNames#label(MemberId)} writes names
   */
  public String toText(KnownNames names) {
    return names.label(memberId) + " in " + names.label(groupId);
  }

  /** For people: the member and the group. */
  @Override
  public String toString() {
    return toText(KnownNames.none());
  }
}
