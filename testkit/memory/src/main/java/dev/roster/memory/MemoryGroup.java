package dev.roster.memory;

import dev.roster.AuditDetails;
import dev.roster.GroupId;
import java.util.Objects;

/**
 * A group as it stands at one moment.
 *
 * @param groupId its identifier
 * @param attributes what is known of it
 * @param audit who made and last changed it, and when
 */
public record MemoryGroup(GroupId groupId, Attributes attributes, AuditDetails audit) {

  /**
   * Checks that nothing is null.
   *
   * @param groupId its identifier
   * @param attributes what is known of it
   * @param audit who made and last changed it, and when
   */
  public MemoryGroup {
    Objects.requireNonNull(groupId, "group id must not be null");
    Objects.requireNonNull(attributes, "attributes must not be null");
    Objects.requireNonNull(audit, "audit details must not be null");
  }
}
