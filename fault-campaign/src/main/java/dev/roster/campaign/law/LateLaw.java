package dev.roster.campaign.law;

import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Outcome;
import dev.roster.RosterException;
import dev.roster.bulk.GroupMember;
import dev.roster.campaign.record.CallRecord;
import dev.roster.campaign.record.CallReport;
import dev.roster.campaign.record.EntryName;
import dev.roster.campaign.record.Ledger;
import dev.roster.campaign.record.StoredEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What still has to hold when the run is over and everything has arrived that ever will. */
public final class LateLaw {

  private final Ledger ledger;

  /** The law of a run that is over. */
  public LateLaw(Ledger ledger) {
    this.ledger = ledger;
  }

  /** The sentences that a call broke after its end: its outcome still holds. */
  public List<String> brokenBy(CallReport call) {
    Sentences broken = new Sentences();
    if (!(call.error() instanceof RosterException failure) || !call.action().isOneCall()) {
      return broken.all();
    }
    broken.when(
        failure.outcome() != Outcome.UNKNOWN && hasChanged(call.record()),
        failure.outcome() + ", and a request of it changed the store later");
    broken.when(
        failure.outcome() == Outcome.NOT_SENT && !call.record().exchanges().isEmpty(),
        "NOT_SENT, and a whole request arrived later");
    return broken.all();
  }

  private boolean hasChanged(CallRecord call) {
    return !ledger.by(call.number(), call.touched()).isEmpty()
        || !ledger.entries().by(call.number(), call.touchedEntries()).isEmpty();
  }

  /** Whether what the ledger has of users and groups is what the store holds of them. */
  public boolean isTrueOfEntries(Map<EntryName, EntryState> stored) {
    Map<EntryName, EntryState> noted = new HashMap<>();
    ledger.entries().present().forEach((name, entry) -> noted.put(name, EntryState.of(entry)));
    return noted.equals(stored);
  }

  /**
   * A user or group as it is.
   *
   * @param id its id
   * @param value what updates set
   */
  public record EntryState(String id, @Nullable String value) {

    static EntryState of(StoredEntry entry) {
      return new EntryState(entry.id(), entry.value());
    }
  }

  /** Whether the ledger is what the store holds; otherwise the campaign's own truth is none. */
  public boolean isTrue(Collection<Membership> stored) {
    Map<GroupMember, MembershipId> ids = new HashMap<>();
    stored.forEach(one -> ids.put(GroupMember.of(one), one.membershipId()));
    return ids.equals(ledger.all());
  }
}
