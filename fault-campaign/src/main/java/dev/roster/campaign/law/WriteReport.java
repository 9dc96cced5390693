package dev.roster.campaign.law;

import dev.roster.MembershipId;
import dev.roster.RosterException;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemStatus;
import dev.roster.campaign.record.AttemptRecord;
import dev.roster.campaign.record.Change;
import dev.roster.campaign.record.Exchange;
import dev.roster.campaign.record.Stored;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A write that has ended, what it said, and what is true.
 *
 * @param call the number of the call
 * @param pair what it was about
 * @param wantsPresent whether the member should be in the group after it
 * @param before what was stored when it began; null where nothing was
 * @param after what was stored when it had ended
 * @param own what its own requests changed, those that arrived late included
 * @param said how it says that the pair came to be as wanted; null where the method does not tell
 * @param returned the membership that it returned; null where the method returns none
 * @param error what it threw; null where it succeeded
 * @param attempts its attempts
 * @param exchanges its requests that the proxy saw
 * @param timing what time it had; null for an item of many
 */
public record WriteReport(
    long call,
    GroupMember pair,
    boolean wantsPresent,
    @Nullable Stored before,
    @Nullable Stored after,
    List<Change<Stored>> own,
    @Nullable ItemStatus said,
    @Nullable MembershipId returned,
    @Nullable RosterException error,
    List<AttemptRecord> attempts,
    List<Exchange> exchanges,
    @Nullable Timing timing) {

  /**
   * What time a call had, on the campaign's clock.
   *
   * @param startNanos when it began
   * @param endNanos when it ended
   * @param deadline what it was allowed
   * @param settlingTime how long it should look for what became of a lost write
   * @param heldUntilNanos until when the service asked all calls to wait
   * @param cutShort whether it was interrupted, cancelled or closed
   */
  public record Timing(
      long startNanos,
      long endNanos,
      Duration deadline,
      Duration settlingTime,
      long heldUntilNanos,
      boolean cutShort) {

    /** Whether the service forbade every look until the deadline. */
    boolean isHeld() {
      return heldUntilNanos >= startNanos + deadline.toNanos();
    }

    /** When the looks for a write that was lost at a time are over. */
    long looksEndAt(long lostAtNanos) {
      return Math.min(startNanos + deadline.toNanos(), lostAtNanos + settlingTime.toNanos());
    }
  }

  boolean made() {
    return own.stream().anyMatch(change -> change.after() != null);
  }

  boolean removed() {
    return own.stream().anyMatch(change -> change.removed() != null);
  }
}
