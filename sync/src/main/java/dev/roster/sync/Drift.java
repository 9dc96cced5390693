package dev.roster.sync;

import dev.roster.GroupId;
import dev.roster.Membership;
import dev.roster.NotFoundException;
import dev.roster.Resource;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.query.NameResolver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What changed between two states of the same groups. Immutable. */
public final class Drift {

  private final List<DriftEntry> entries;

  private Drift(List<DriftEntry> entries) {
    this.entries = List.copyOf(entries);
  }

  /**
   * Compares two snapshots.
   *
   * @param before the earlier state
   * @param after the later state
   * @return the differences
   * @throws IllegalArgumentException if they are of different stores
   */
  public static Drift between(Snapshot before, Snapshot after) {
    requireSameStore(before, after);
    List<DriftEntry> entries = new ArrayList<>();
    TreeSet<GroupId> all = new TreeSet<>(before.groups().comparator());
    all.addAll(before.groups().keySet());
    all.addAll(after.groups().keySet());
    all.forEach(group -> compare(group, before, after, entries));
    return new Drift(entries);
  }

  private static void requireSameStore(Snapshot before, Snapshot after) {
    if (!before.provider().equals(after.provider())
        || !before.identityStoreId().equals(after.identityStoreId())) {
      throw new IllegalArgumentException(
          "the snapshots are of different stores: %s://%s and %s://%s"
              .formatted(
                  before.provider(),
                  before.identityStoreId(),
                  after.provider(),
                  after.identityStoreId()));
    }
  }

  /**
   * Compares a snapshot with the groups as they are now: one call for each hundred members.
   *
   * @param before the earlier state
   * @param client of the same store; stays the caller's to close
   * @return the differences
   * @throws IllegalArgumentException if the snapshot is of another store; nothing was sent
   * @throws RosterException as {@link Snapshot#of}
   */
  public static Drift since(Snapshot before, RosterClient client) {
    if (!before.provider().equals(client.provider())
        || !before.identityStoreId().equals(client.identityStoreId())) {
      throw new IllegalArgumentException(
          "the snapshot is of %s://%s, but this is %s"
              .formatted(before.provider(), before.identityStoreId(), client));
    }
    return between(before, present(before.groups().keySet(), client));
  }

  /** A group that is gone is a difference, and no reason to fail. */
  private static Snapshot present(Collection<GroupId> groups, RosterClient client) {
    try {
      return Snapshot.of(client, groups);
    } catch (NotFoundException gone) {
      if (gone.missing() == Resource.IDENTITY_STORE) {
        throw gone;
      }
      return Snapshot.of(client, NameResolver.ofGroups(client).entries(groups).keySet());
    }
  }

  private static void compare(
      GroupId group, Snapshot before, Snapshot after, List<DriftEntry> entries) {
    if (!before.groups().containsKey(group)) {
      entries.add(DriftEntry.of(DriftEntry.Kind.GROUP_APPEARED, group));
    }
    if (!after.groups().containsKey(group)) {
      entries.add(DriftEntry.of(DriftEntry.Kind.GROUP_GONE, group));
    }
    compare(byMember(before, group), byMember(after, group), entries);
  }

  private static void compare(
      Map<String, Membership> was, Map<String, Membership> is, List<DriftEntry> entries) {
    TreeSet<String> members = new TreeSet<>(was.keySet());
    members.addAll(is.keySet());
    members.forEach(member -> compare(was.get(member), is.get(member), entries));
  }

  private static Map<String, Membership> byMember(Snapshot snapshot, GroupId group) {
    Map<String, Membership> members = new TreeMap<>();
    snapshot
        .groups()
        .getOrDefault(group, List.of())
        .forEach(membership -> members.put(membership.memberId().value(), membership));
    return members;
  }

  private static void compare(
      @Nullable Membership before, @Nullable Membership after, List<DriftEntry> entries) {
    if (before == null && after != null) {
      entries.add(DriftEntry.joined(after));
    } else if (before != null && after == null) {
      entries.add(DriftEntry.left(before));
    } else if (before != null
        && after != null
        && !before.membershipId().equals(after.membershipId())) {
      entries.add(DriftEntry.cameBack(before, after));
    }
  }

  /** {@return the differences, in the order of groups and members; unmodifiable} */
  public List<DriftEntry> entries() {
    return entries;
  }

  /** {@return whether nothing changed} */
  public boolean isEmpty() {
    return entries.isEmpty();
  }

  /** How many differences. */
  @Override
  public String toString() {
    return "Drift[%d]".formatted(entries.size());
  }
}
