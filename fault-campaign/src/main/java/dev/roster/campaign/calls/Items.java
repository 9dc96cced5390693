package dev.roster.campaign.calls;

import dev.roster.RosterException;
import dev.roster.bulk.BulkEnd;
import dev.roster.bulk.BulkSummary;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemResult;
import dev.roster.bulk.ItemStatus;
import dev.roster.campaign.law.WriteReport;
import dev.roster.campaign.record.Action;
import dev.roster.campaign.record.CallRecord;
import dev.roster.campaign.record.CallReport;
import dev.roster.campaign.record.Exchange;
import dev.roster.campaign.record.PartRecord;
import dev.roster.campaign.record.Stored;
import dev.roster.reconcile.ReconcileReport;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The items of one bulk run or reconciliation: what was there before, and what was reported. */
final class Items {

  private final Step step;
  private final Map<GroupMember, Optional<Stored>> before = new HashMap<>();
  private final List<ItemResult> outcomes = Collections.synchronizedList(new ArrayList<>());
  private final List<String> broken = new ArrayList<>();

  Items(Step step) {
    this.step = step;
  }

  /** Notes what is stored before the call. */
  void remember(List<GroupMember> items) {
    items.forEach(pair -> before.put(pair, step.scene().ledger().now(pair)));
  }

  boolean wasPresent(GroupMember pair) {
    return before.getOrDefault(pair, Optional.empty()).isPresent();
  }

  /** The call reports what became of an item. */
  void reported(ItemResult outcome) {
    outcomes.add(outcome);
  }

  void broke(String sentence) {
    broken.add(sentence);
  }

  /** The call with all that was found broken. */
  Judged judged(CallReport call) {
    return new Judged(call, List.copyOf(broken));
  }

  /** Judges every item that was reported, as the single write that it is. */
  void judge(CallReport call, boolean adds) throws InterruptedException {
    call.record().awaitArrivals();
    for (ItemResult outcome : List.copyOf(outcomes)) {
      judge(call, outcome, adds);
    }
  }

  void judge(CallReport call, ItemResult outcome, boolean adds) {
    GroupMember pair = outcome.item();
    Stored stored = before.getOrDefault(pair, Optional.empty()).orElse(null);
    Written write = new Written(step, call, pair, adds, stored);
    RosterException error = outcome.error().orElse(null);
    List<Exchange> exchanges =
        call.record().exchanges().stream().filter(e -> pair.equals(e.pair())).toList();
    PartRecord part = part(call.record(), exchanges, error);
    ItemStatus result = outcome.status().isDone() ? outcome.status() : null;
    write
        .broken(new Written.Said(result, null, error), part, exchanges, timing(write, part))
        .forEach(sentence -> broken.add(sentence + ": " + outcome));
  }

  /** A run that is stopped, by its deadline or by a failure, ends the calls of its items. */
  private static WriteReport.@Nullable Timing timing(Written write, @Nullable PartRecord part) {
    Object value = write.call().value();
    boolean completed =
        (value instanceof BulkSummary summary && summary.end() == BulkEnd.COMPLETED)
            || (value instanceof ReconcileReport report && report.end() == BulkEnd.COMPLETED);
    return part == null ? null : write.timing(part.startedAt(), part.endedAt(), part, !completed);
  }

  private static @Nullable PartRecord part(
      CallRecord record, List<Exchange> exchanges, @Nullable RosterException error) {
    return record.parts().stream()
        .filter(
            part ->
                (error != null && part.failure() == error)
                    || exchanges.stream().anyMatch(e -> e.key().part() == part.number()))
        .findFirst()
        .orElse(null);
  }

  /** Each item that was taken has one outcome, and the summary counts them. */
  Judged account(CallReport call, List<GroupMember> items) {
    if (call.value() instanceof BulkSummary summary) {
      count(call, summary, items.size());
      untakenIsUntouched(call, items);
    }
    return judged(call);
  }

  private void count(CallReport call, BulkSummary summary, int items) {
    countsAreThoseReported(summary);
    boolean otherItems = call.action() == Action.REMOVE_FROM_ALL && isDisturbed(call);
    if (summary.end() == BulkEnd.COMPLETED && summary.taken() != items && !otherItems) {
      broken.add(
          "COMPLETED, and not all items were taken: %d of %d".formatted(summary.taken(), items));
    }
  }

  /** A late request of an earlier call can come between what is remembered and what is listed. */
  private boolean isDisturbed(CallReport call) {
    return before.keySet().stream().anyMatch(pair -> step.scene().wasDisturbedByOthers(pair, call));
  }

  private void countsAreThoseReported(BulkSummary summary) {
    for (ItemStatus result : ItemStatus.values()) {
      long reported = outcomes.stream().filter(outcome -> outcome.status() == result).count();
      if (summary.count(result) != reported) {
        broken.add(
            "the summary miscounts: %s, %d counted, %d reported"
                .formatted(result, summary.count(result), reported));
      }
    }
  }

  void untakenIsUntouched(CallReport call, List<GroupMember> items) {
    Set<GroupMember> taken = taken();
    for (GroupMember item : items) {
      if (!taken.contains(item) && changed(call, item)) {
        broken.add("changed, and not in the account: " + item);
      }
    }
  }

  /** The items that were reported, each once. */
  private Set<GroupMember> taken() {
    Set<GroupMember> taken = new HashSet<>();
    for (ItemResult outcome : outcomes) {
      if (!taken.add(outcome.item())) {
        broken.add("an item has two outcomes: " + outcome.item());
      }
    }
    return taken;
  }

  private boolean changed(CallReport call, GroupMember pair) {
    return !step.scene().ledger().by(call.record().number(), List.of(pair)).isEmpty();
  }
}
