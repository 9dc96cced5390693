package dev.roster.memory;

import dev.roster.AuditDetails;
import dev.roster.UserId;
import java.util.Objects;

/**
 * A user as it stands at one moment.
 *
 * @param userId its identifier
 * @param attributes what is known of it
 * @param audit who made and last changed it, and when
 */
public record MemoryUser(UserId userId, Attributes attributes, AuditDetails audit) {

  /**
   * Checks that nothing is null.
   *
   * @param userId its identifier
   * @param attributes what is known of it
   * @param audit who made and last changed it, and when
   */
  public MemoryUser {
    Objects.requireNonNull(userId, "user id must not be null");
    Objects.requireNonNull(attributes, "attributes must not be null");
    Objects.requireNonNull(audit, "audit details must not be null");
  }
}
