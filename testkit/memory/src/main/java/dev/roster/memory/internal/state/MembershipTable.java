package dev.roster.memory.internal.state;

import dev.roster.AuditDetails;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Resource;
import dev.roster.UserId;
import dev.roster.memory.MemoryStoreException;
import dev.roster.memory.internal.paging.SortedRows;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * What joins users to groups. An identifier that this store made follows from the sequence number
 * and is not kept; only identifiers from elsewhere are. Not thread-safe: the store locks.
 */
public final class MembershipTable {

  private static final Comparator<MembershipRow> BY_SEQUENCE =
      Comparator.comparingLong(MembershipRow::sequence);

  /** Leaves room for as many after it as anybody can make, and for the bits of a page token. */
  private static final long MAX_ADOPTED = 1L << 40;

  private final Map<Long, MembershipRow> bySequence = new HashMap<>();
  private final Map<String, MembershipRow> byForeignId = new HashMap<>();
  private final Map<Pair, MembershipRow> byPair = new HashMap<>();
  private long lastSequence;

  public int size() {
    return byPair.size();
  }

  public long nextSequence() {
    return lastSequence + 1;
  }

  /** The place for a membership from elsewhere; its own number where that is soon to come. */
  long sequenceFor(MembershipId id) {
    long number = FakeIds.MEMBERSHIPS.number(id.value()).orElse(0);
    return number <= MAX_ADOPTED ? Math.max(nextSequence(), number) : nextSequence();
  }

  public @Nullable MembershipRow find(EntityRow<GroupId> group, EntityRow<UserId> user) {
    return byPair.get(new Pair(group, user));
  }

  @Nullable MembershipRow find(MembershipId id) {
    MembershipRow foreign = byForeignId.get(id.value());
    if (foreign != null) {
      return foreign;
    }
    OptionalLong sequence = FakeIds.MEMBERSHIPS.number(id.value());
    MembershipRow row = sequence.isPresent() ? bySequence.get(sequence.getAsLong()) : null;
    return row != null && row.foreignId() == null ? row : null;
  }

  public boolean isThere(MembershipId id) {
    return find(id) != null;
  }

  public MembershipRow require(MembershipId id) {
    MembershipRow row = find(id);
    if (row == null) {
      throw MemoryStoreException.notFound(Resource.MEMBERSHIP, id.value());
    }
    return row;
  }

  void add(
      long sequence,
      MembershipId id,
      EntityRow<GroupId> group,
      EntityRow<UserId> user,
      AuditDetails audit) {
    boolean own = id.value().equals(FakeIds.MEMBERSHIPS.of(sequence));
    MembershipRow row = new MembershipRow(sequence, group, user, audit, own ? null : id.value());
    lastSequence = sequence;
    bySequence.put(sequence, row);
    byPair.put(row, row);
    group.memberships().append(row);
    user.memberships().append(row);
    if (!own) {
      byForeignId.put(id.value(), row);
    }
  }

  public void remove(MembershipRow row) {
    bySequence.remove(row.sequence());
    byPair.remove(row);
    row.group().memberships().remove(row);
    row.user().memberships().remove(row);
    if (row.foreignId() != null) {
      byForeignId.remove(row.foreignId());
    }
  }

  /** The last first: there, nothing has to move up. */
  void removeAll(SortedRows<MembershipRow> rows) {
    while (rows.size() > 0) {
      remove(rows.last());
    }
  }

  List<MembershipRow> inOrder() {
    return bySequence.values().stream().sorted(BY_SEQUENCE).toList();
  }

  static MembershipId id(MembershipRow row) {
    String foreign = row.foreignId();
    return new MembershipId(foreign == null ? FakeIds.MEMBERSHIPS.of(row.sequence()) : foreign);
  }

  public static Membership membership(IdentityStoreId store, MembershipRow row) {
    return new Membership(store, row.group().id(), row.user().id(), id(row), row.audit());
  }
}
