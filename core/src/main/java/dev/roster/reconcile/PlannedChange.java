package dev.roster.reconcile;

import dev.roster.GroupId;
import dev.roster.MemberId;
import java.util.Objects;

/**
 * One change of a plan.
 *
 * @param kind whether the member is added or removed
 * @param groupId the group
 * @param memberId the member
 */
public record PlannedChange(ChangeKind kind, GroupId groupId, MemberId memberId) {

  /**
   * Checks that nothing is null.
   *
   * @param kind whether the member is added or removed
   * @param groupId the group
   * @param memberId the member
   */
  public PlannedChange {
    Objects.requireNonNull(kind, "kind must not be null");
    Objects.requireNonNull(groupId, "group id must not be null");
    Objects.requireNonNull(memberId, "member id must not be null");
  }

  /**
   * Whether the change removes a membership.
   *
   * @return false where it adds one
   */
  public boolean isRemoval() {
    return kind == ChangeKind.REMOVE;
  }

  /** For people: what is done, the member and the group. */
  @Override
  public String toString() {
    return isRemoval()
        ? "remove %s from %s".formatted(memberId, groupId)
        : "add %s to %s".formatted(memberId, groupId);
  }
}
