package dev.roster.campaign.record;

import dev.roster.MembershipId;
import dev.roster.bulk.GroupMember;
import dev.roster.campaign.weather.AttemptKey;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The journal of the store: which request changed what, when. Thread-safe. */
public final class Ledger extends Journal<GroupMember, Stored> {

  private final Map<MembershipId, GroupMember> pairs = new ConcurrentHashMap<>();
  private final EntryLedger entries = new EntryLedger();

  /** The users and groups that calls create. */
  public EntryLedger entries() {
    return entries;
  }

  public void made(GroupMember pair, Stored stored, long fromNanos, long toNanos) {
    pairs.put(stored.id(), pair);
    add(pair, new Change<>(fromNanos, toNanos, stored.maker(), stored, null));
  }

  public void removed(MembershipId id, AttemptKey by, long fromNanos, long toNanos) {
    GroupMember pair = pairs.get(id);
    if (pair != null) {
      add(pair, new Change<>(fromNanos, toNanos, by, null, now(pair).orElse(null)));
    }
  }

  public @Nullable GroupMember pair(MembershipId id) {
    return pairs.get(id);
  }

  /** What should be in the store now. */
  public Map<GroupMember, MembershipId> all() {
    Map<GroupMember, MembershipId> ids = new HashMap<>();
    present().forEach((pair, stored) -> ids.put(pair, stored.id()));
    return ids;
  }
}
