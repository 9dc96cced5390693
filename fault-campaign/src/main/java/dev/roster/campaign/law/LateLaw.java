package dev.roster.campaign.law;

import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Outcome;
import dev.roster.RosterException;
import dev.roster.bulk.GroupMember;
import dev.roster.campaign.record.CallReport;
import dev.roster.campaign.record.Ledger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What still has to hold when the run is over and everything has arrived that ever will. */
public final class LateLaw {

  private final Ledger ledger;

  /** The law of a run that is over. */
  public LateLaw(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The sentences that a call broke after its end: its outcome still holds. */
  public List<String> brokenBy(CallReport call) {
    List<String> broken = new ArrayList<>();
    if (!(call.error() instanceof RosterException failure) || !call.action().isOneCall()) {
      return broken;
    }
    List<Ledger.Change> changes = ledger.by(call.record().number(), call.record().touched());
    if (failure.outcome() != Outcome.UNKNOWN && !changes.isEmpty()) {
      broken.add(failure.outcome() + ", and a request of it changed the store later");
    }
    if (failure.outcome() == Outcome.NOT_SENT && !call.record().exchanges().isEmpty()) {
      broken.add("NOT_SENT, and a whole request arrived later");
    }
    return broken;
  }

  /** Whether the ledger is what the store holds; otherwise the campaign's own truth is none. */
  public boolean isTrue(Collection<Membership> stored) {
    Map<GroupMember, MembershipId> ids = new HashMap<>();
    stored.forEach(one -> ids.put(GroupMember.of(one), one.membershipId()));
    return ids.equals(ledger.all());
  }
}
