package dev.roster.campaign;

import dev.roster.Membership;
import dev.roster.MembershipClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.bulk.BulkEnd;
import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.BulkSummary;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemOutcome;
import dev.roster.bulk.ItemResult;
import dev.roster.reconcile.ReconcileReport;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One bulk run or reconciliation of an actor. */
final class Bulks {

  private static final int MOST_ITEMS = 8;

  private final RunScene scene;
  private final Plot plot;
  private final Caller caller;
  private final CallChoices choices;
  private final Dice dice;
  private final Map<GroupMember, Optional<Stored>> before = new HashMap<>();
  private final List<ItemOutcome> outcomes = Collections.synchronizedList(new ArrayList<>());
  private final List<String> broken = new ArrayList<>();

  Bulks(RunScene scene, Plot plot, Caller caller, CallChoices choices, Dice dice) {
    this.scene = scene;
    this.plot = plot;
    this.caller = caller;
    this.choices = choices;
    this.dice = dice;
  }

  Judged make(Action action) throws InterruptedException {
    List<GroupMember> items = plot.quiet(dice, scene.settledSince());
    items = items.subList(0, Math.min(items.size(), dice.between(1, MOST_ITEMS)));
    return switch (action) {
      case BULK_ADD -> add(items);
      case BULK_REMOVE -> remove(items);
      case BULK_REMOVE_MEMBERSHIPS -> removeMemberships(items);
      case REMOVE_FROM_ALL -> removeFromAll();
      default -> new Reconciling(scene, plot, caller, choices, dice, this).make();
    };
  }

  private Judged add(List<GroupMember> items) throws InterruptedException {
    remember(items);
    CallReport call =
        caller.call(Action.BULK_ADD, choices, c -> bulk(c).add(items.iterator(), outcomes::add));
    judgeItems(call, true);
    return account(call, items);
  }

  private Judged remove(List<GroupMember> items) throws InterruptedException {
    remember(items);
    CallReport call =
        caller.call(
            Action.BULK_REMOVE, choices, c -> bulk(c).remove(items.iterator(), outcomes::add));
    judgeItems(call, false);
    return account(call, items);
  }

  private Judged removeMemberships(List<GroupMember> items) throws InterruptedException {
    List<Membership> memberships = items.stream().flatMap(pair -> stored(pair).stream()).toList();
    List<GroupMember> present = memberships.stream().map(GroupMember::of).toList();
    remember(present);
    CallReport call =
        caller.call(
            Action.BULK_REMOVE_MEMBERSHIPS,
            choices,
            c -> bulk(c).removeMemberships(memberships.iterator(), outcomes::add));
    judgeItems(call, false);
    return account(call, present);
  }

  /** In a store whose reads lag, the listing misses what was made just before. */
  private Judged removeFromAll() throws InterruptedException {
    UserId user = dice.of(plot.users());
    List<GroupMember> items = plot.pairsOf(user);
    if (items.stream().anyMatch(pair -> !scene.ledger().isQuietSince(pair, scene.settledSince()))) {
      return new Reads(scene, plot, caller, choices, dice).make(Action.FIND);
    }
    remember(items);
    CallReport call =
        caller.call(
            Action.REMOVE_FROM_ALL, choices, c -> bulk(c).removeFromAllGroups(user, outcomes::add));
    judgeItems(call, false);
    List<GroupMember> present =
        items.stream()
            .filter(pair -> before.getOrDefault(pair, Optional.empty()).isPresent())
            .toList();
    return call.value() == null ? new Judged(call, broken) : account(call, present);
  }

  private Optional<Membership> stored(GroupMember pair) {
    return scene
        .ledger()
        .now(pair)
        .map(stored -> new Membership(Cloud.STORE, pair.groupId(), pair.memberId(), stored.id()));
  }

  BulkMemberships bulk(MembershipClient client) {
    BulkMemberships bulk = BulkMemberships.of(client).withConcurrency(dice.between(1, 3));
    return switch (dice.below(8)) {
      case 0 -> bulk.withDeadline(ChronoUnit.FOREVER.getDuration());
      case 1 -> bulk.withDeadline(Duration.ofMillis(dice.between(1, 200)));
      case 2 -> bulk.withMaxFailuresInARow(1);
      default -> bulk;
    };
  }

  void remember(List<GroupMember> items) {
    items.forEach(pair -> before.put(pair, scene.ledger().now(pair)));
  }

  /** Each item that was taken has one outcome, and the summary counts them. */
  private Judged account(CallReport call, List<GroupMember> items) {
    if (!(call.value() instanceof BulkSummary summary)) {
      return new Judged(call, broken);
    }
    for (ItemResult result : ItemResult.values()) {
      long told = outcomes.stream().filter(outcome -> outcome.result() == result).count();
      if (summary.count(result) != told) {
        broken.add(
            "the summary miscounts: %s, %d counted, %d told"
                .formatted(result, summary.count(result), told));
      }
    }
    boolean all = summary.taken() == items.size();
    if (summary.end() == BulkEnd.COMPLETED && !all) {
      broken.add(
          "COMPLETED, and not all items were taken: %d of %d"
              .formatted(summary.taken(), items.size()));
    }
    untakenIsUntouched(call, items);
    return new Judged(call, broken);
  }

  void untakenIsUntouched(CallReport call, List<GroupMember> items) {
    Set<GroupMember> taken = new HashSet<>();
    for (ItemOutcome outcome : outcomes) {
      if (!taken.add(outcome.item())) {
        broken.add("an item has two outcomes: " + outcome.item());
      }
    }
    for (GroupMember item : items) {
      if (!taken.contains(item) && !ownChanges(call, item).isEmpty()) {
        broken.add("changed, and not in the account: " + item);
      }
    }
  }

  void judgeItems(CallReport call, boolean adds) throws InterruptedException {
    call.record().awaitArrivals();
    for (ItemOutcome outcome : List.copyOf(outcomes)) {
      judgeItem(call, outcome, adds);
    }
  }

  void judgeItem(CallReport call, ItemOutcome outcome, boolean adds) {
    GroupMember pair = outcome.item();
    if (scene.wasDisturbedByOthers(pair, call)) {
      return;
    }
    RosterException error = outcome.error().orElse(null);
    List<Exchange> exchanges =
        call.record().exchanges().stream().filter(e -> pair.equals(e.pair())).toList();
    PartRecord part = part(call.record(), exchanges, error);
    List<AttemptRecord> attempts = part == null ? List.of() : part.attempts();
    WriteReport write =
        new WriteReport(
            call.record().number(),
            pair,
            adds,
            before.getOrDefault(pair, Optional.empty()).orElse(null),
            scene.ledger().now(pair).orElse(null),
            ownChanges(call, pair),
            outcome.result().isDone() ? outcome.result() : null,
            null,
            error,
            attempts,
            exchanges,
            part == null ? null : timing(call, part));
    Law.brokenBy(write).forEach(sentence -> broken.add(sentence + ": " + outcome));
  }

  /** A run that is stopped, by its deadline or by a failure, ends the calls of its items. */
  private WriteReport.Timing timing(CallReport call, PartRecord part) {
    boolean completed =
        (call.value() instanceof BulkSummary summary && summary.end() == BulkEnd.COMPLETED)
            || (call.value() instanceof ReconcileReport report
                && report.end() == BulkEnd.COMPLETED);
    return new WriteReport.Timing(
        part.startedAt(),
        part.endedAt(),
        choices.deadline(),
        choices.settlingTime(),
        scene.heldUntil(),
        !completed || call.disturbed() || call.closed());
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

  private List<Ledger.Change> ownChanges(CallReport call, GroupMember pair) {
    return scene.ledger().by(call.record().number(), List.of(pair));
  }

  void told(List<ItemOutcome> told) {
    outcomes.addAll(told);
  }

  List<String> broken() {
    return broken;
  }
}
