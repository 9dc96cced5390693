package dev.roster.campaign;

import dev.roster.MembershipId;
import dev.roster.Outcome;
import dev.roster.RosterException;
import dev.roster.bulk.GroupMember;
import dev.roster.memory.MemoryIdentityStore;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What still has to hold when the run is over and everything has arrived that ever will. */
final class LateLaw {

  private final Ledger ledger;
  private final MemoryIdentityStore store;
  private final Tally tally;

  LateLaw(Ledger ledger, MemoryIdentityStore store, Tally tally) {
    this.ledger = ledger;
    this.store = store;
    this.tally = tally;
  }

  void judge() {
    tally.calls().forEach(this::outcomesStillHold);
    theLedgerIsTheStore();
  }

  private void outcomesStillHold(CallReport call) {
    if (!(call.error() instanceof RosterException failure) || !call.action().isOneCall()) {
      return;
    }
    List<Ledger.Change> changes = ledger.by(call.record().number(), call.record().touched());
    if (failure.outcome() != Outcome.UNKNOWN && !changes.isEmpty()) {
      tally.broken(call, failure.outcome() + ", and a request of it changed the store later");
    }
    if (failure.outcome() == Outcome.NOT_SENT && !call.record().exchanges().isEmpty()) {
      tally.broken(call, "NOT_SENT, and a whole request arrived later");
    }
  }

  /** Otherwise the campaign's own truth is none. */
  private void theLedgerIsTheStore() {
    Map<GroupMember, MembershipId> stored = new HashMap<>();
    store
        .snapshot()
        .memberships()
        .forEach(one -> stored.put(GroupMember.of(one), one.membershipId()));
    if (!stored.equals(ledger.all())) {
      tally.broken("the campaign itself failed: its ledger is not what the store holds");
    }
  }
}
