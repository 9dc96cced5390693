package dev.roster.memory.internal.state;

import dev.roster.AuditDetails;
import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.memory.internal.paging.Sequenced;
import org.jspecify.annotations.Nullable;

/** What joins a user to a group. */
public final class MembershipRow extends Pair implements Sequenced {

  private final long sequence;
  private final AuditDetails audit;
  private final @Nullable String foreignId;

  /**
   * A row.
   *
   * @param foreignId the identifier, where it is not the one that follows from the sequence number
   */
  MembershipRow(
      long sequence,
      EntityRow<GroupId> group,
      EntityRow<UserId> user,
      AuditDetails audit,
      @Nullable String foreignId) {
    super(group, user);
    this.sequence = sequence;
    this.audit = audit;
    this.foreignId = foreignId;
  }

  @Override
  public long sequence() {
    return sequence;
  }

  AuditDetails audit() {
    return audit;
  }

  @Nullable String foreignId() {
    return foreignId;
  }
}
