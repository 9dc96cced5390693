package dev.roster.campaign.calls;

import dev.roster.Membership;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.GroupMember;
import dev.roster.campaign.client.Cloud;
import dev.roster.campaign.record.Action;
import dev.roster.campaign.record.CallReport;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** One bulk run of an actor. */
final class Bulks {

  private static final int MOST_ITEMS = 8;

  private final Step step;
  private final Items items;

  Bulks(Step step) {
    this.step = step;
    this.items = new Items(step);
  }

  Judged make(Action action) throws InterruptedException {
    List<GroupMember> pairs = someQuiet();
    return switch (action) {
      case BULK_ADD -> add(pairs);
      case BULK_REMOVE -> remove(pairs);
      case BULK_REMOVE_MEMBERSHIPS -> removeMemberships(pairs);
      default -> removeFromAll();
    };
  }

  private List<GroupMember> someQuiet() {
    List<GroupMember> quiet = step.plot().quiet(step.dice(), step.scene().settledSince());
    return quiet.subList(0, Math.min(quiet.size(), step.dice().between(1, MOST_ITEMS)));
  }

  private Judged add(List<GroupMember> pairs) throws InterruptedException {
    items.remember(pairs);
    CallReport call =
        step.call(Action.BULK_ADD, c -> bulk(c).add(pairs.iterator(), items::reported));
    return judged(call, true, pairs);
  }

  private Judged remove(List<GroupMember> pairs) throws InterruptedException {
    items.remember(pairs);
    CallReport call =
        step.call(Action.BULK_REMOVE, c -> bulk(c).remove(pairs.iterator(), items::reported));
    return judged(call, false, pairs);
  }

  private Judged removeMemberships(List<GroupMember> pairs) throws InterruptedException {
    List<Membership> memberships = pairs.stream().flatMap(pair -> stored(pair).stream()).toList();
    List<GroupMember> present = memberships.stream().map(GroupMember::of).toList();
    items.remember(present);
    CallReport call =
        step.call(
            Action.BULK_REMOVE_MEMBERSHIPS,
            c -> bulk(c).removeMemberships(memberships.iterator(), items::reported));
    return judged(call, false, present);
  }

  /** In a store whose reads lag, the listing misses what was made just before. */
  private Judged removeFromAll() throws InterruptedException {
    UserId user = step.dice().of(step.plot().users());
    List<GroupMember> pairs = step.plot().pairsOf(user);
    if (!step.scene().areSettled(pairs)) {
      return new Reads(step).make(Action.FIND);
    }
    items.remember(pairs);
    CallReport call =
        step.call(Action.REMOVE_FROM_ALL, c -> bulk(c).removeFromAllGroups(user, items::reported));
    return judged(call, false, pairs.stream().filter(items::wasPresent).toList());
  }

  private Judged judged(CallReport call, boolean adds, List<GroupMember> pairs)
      throws InterruptedException {
    items.judge(call, adds);
    return items.account(call, pairs);
  }

  private Optional<Membership> stored(GroupMember pair) {
    return step.scene()
        .ledger()
        .now(pair)
        .map(stored -> new Membership(Cloud.STORE, pair.groupId(), pair.memberId(), stored.id()));
  }

  private BulkMemberships bulk(RosterClient client) {
    BulkMemberships bulk = BulkMemberships.of(client).withConcurrency(step.dice().between(1, 3));
    return switch (step.dice().below(8)) {
      case 0 -> bulk.withDeadline(ChronoUnit.FOREVER.getDuration());
      case 1 -> bulk.withDeadline(Duration.ofMillis(step.dice().between(1, 200)));
      case 2 -> bulk.withMaxFailuresInARow(1);
      default -> bulk;
    };
  }
}
