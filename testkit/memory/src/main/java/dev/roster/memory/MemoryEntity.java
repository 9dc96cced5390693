package dev.roster.memory;

import dev.roster.AuditDetails;
import java.util.Objects;

/**
 * A user or a group as it stands at one moment.
 *
 * @param id its identifier
 * @param attributes what is known of it
 * @param audit who made and last changed it, and when
 * @param revision how many times its attributes were written, the first time included
 * @param <I> {@link dev.roster.UserId} or {@link dev.roster.GroupId}
 */
public record MemoryEntity<I>(I id, Attributes attributes, AuditDetails audit, long revision) {

  /**
   * Checks that nothing is null.
   *
   * @param id its identifier
   * @param attributes what is known of it
   * @param audit who made and last changed it, and when
   * @param revision how many times its attributes were written, the first time included
   */
  public MemoryEntity {
    Objects.requireNonNull(id, "id must not be null");
    Objects.requireNonNull(attributes, "attributes must not be null");
    Objects.requireNonNull(audit, "audit details must not be null");
  }

  /**
   * One whose attributes were written once.
   *
   * @param id its identifier
   * @param attributes what is known of it
   * @param audit who made and last changed it, and when
   */
  public MemoryEntity(I id, Attributes attributes, AuditDetails audit) {
    this(id, attributes, audit, 1);
  }
}
