package dev.roster.campaign.calls;

import dev.roster.MembershipId;
import dev.roster.RosterException;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemStatus;
import dev.roster.campaign.law.WriteLaw;
import dev.roster.campaign.law.WriteReport;
import dev.roster.campaign.record.CallReport;
import dev.roster.campaign.record.Exchange;
import dev.roster.campaign.record.Ledger;
import dev.roster.campaign.record.PartRecord;
import dev.roster.campaign.record.Stored;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A write that has ended, be it a call of its own or an item of many, before it is judged.
 *
 * @param step how it was made
 * @param call the call that it was, or was an item of
 * @param pair what it was about
 * @param adds whether the member should be in the group after it
 * @param before what was stored when it began; null where nothing was
 */
record Written(
    Step step, CallReport call, GroupMember pair, boolean adds, @Nullable Stored before) {

  /**
   * What a write said.
   *
   * @param result how the pair came to be as wanted; null where the method does not tell
   * @param returned the membership that it returned; null where the method returns none
   * @param error what it threw; null where it succeeded
   */
  record Said(
      @Nullable ItemStatus result,
      @Nullable MembershipId returned,
      @Nullable RosterException error) {}

  /** The sentences of the law that it broke; none where an earlier call disturbed it. */
  List<String> broken(
      Said said,
      @Nullable PartRecord part,
      List<Exchange> exchanges,
      WriteReport.@Nullable Timing timing) {
    return step.scene().wasDisturbedByOthers(pair, call)
        ? List.of()
        : WriteLaw.brokenBy(report(said, part, exchanges, timing));
  }

  private WriteReport report(
      Said said,
      @Nullable PartRecord part,
      List<Exchange> exchanges,
      WriteReport.@Nullable Timing timing) {
    Ledger ledger = step.scene().ledger();
    long number = call.record().number();
    return new WriteReport(
        number,
        pair,
        adds,
        before,
        ledger.now(pair).orElse(null),
        ledger.by(number, List.of(pair)),
        said.result(),
        said.returned(),
        said.error(),
        part == null ? List.of() : part.attempts(),
        exchanges,
        timing);
  }

  /** What time it had, from a start to an end. */
  WriteReport.Timing timing(
      long startNanos, long endNanos, @Nullable PartRecord part, boolean cutShort) {
    return step.timing(call, startNanos, endNanos, part, cutShort);
  }
}
