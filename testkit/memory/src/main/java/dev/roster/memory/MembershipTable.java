package dev.roster.memory;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Resource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Groups, members and what joins them, indexed for every question that a store is asked. Not
 * thread-safe: the store locks.
 */
final class MembershipTable {

  private final Map<GroupId, NavigableMap<Long, Membership>> byGroup = new HashMap<>();
  private final Map<MemberId, NavigableMap<Long, Membership>> byMember = new HashMap<>();
  private final Map<MembershipId, Row> byId = new HashMap<>();
  private final Map<Pair, Membership> byPair = new HashMap<>();
  private long lastSequence;

  boolean addGroup(GroupId group) {
    return byGroup.putIfAbsent(group, new TreeMap<>()) == null;
  }

  boolean addMember(MemberId member) {
    return byMember.putIfAbsent(member, new TreeMap<>()) == null;
  }

  boolean removeGroup(GroupId group) {
    return removeWith(byGroup.remove(group));
  }

  boolean removeMember(MemberId member) {
    return removeWith(byMember.remove(member));
  }

  private boolean removeWith(@Nullable Map<Long, Membership> memberships) {
    if (memberships == null) {
      return false;
    }
    List.copyOf(memberships.values()).forEach(each -> remove(each.membershipId()));
    return true;
  }

  Set<GroupId> groups() {
    return Set.copyOf(byGroup.keySet());
  }

  Set<MemberId> members() {
    return Set.copyOf(byMember.keySet());
  }

  int size() {
    return byId.size();
  }

  NavigableMap<Long, Membership> ofGroup(GroupId group) {
    NavigableMap<Long, Membership> memberships = byGroup.get(group);
    if (memberships == null) {
      throw MemoryStoreException.notFound(Resource.GROUP, group.value());
    }
    return memberships;
  }

  NavigableMap<Long, Membership> ofMember(MemberId member) {
    NavigableMap<Long, Membership> memberships = byMember.get(member);
    if (memberships == null) {
      throw MemoryStoreException.notFound(Resource.MEMBER, member.value());
    }
    return memberships;
  }

  @Nullable Membership find(GroupId group, MemberId member) {
    return byPair.get(new Pair(group, member));
  }

  Membership get(MembershipId id) {
    Row row = byId.get(id);
    if (row == null) {
      throw MemoryStoreException.notFound(Resource.MEMBERSHIP, id.value());
    }
    return row.membership;
  }

  void add(Membership membership) {
    long sequence = ++lastSequence;
    ofGroup(membership.groupId()).put(sequence, membership);
    ofMember(membership.memberId()).put(sequence, membership);
    byId.put(membership.membershipId(), new Row(sequence, membership));
    byPair.put(new Pair(membership.groupId(), membership.memberId()), membership);
  }

  void remove(MembershipId id) {
    Row row = byId.remove(id);
    if (row == null) {
      throw MemoryStoreException.notFound(Resource.MEMBERSHIP, id.value());
    }
    Membership gone = row.membership;
    byPair.remove(new Pair(gone.groupId(), gone.memberId()));
    removeFrom(byGroup.get(gone.groupId()), row.sequence);
    removeFrom(byMember.get(gone.memberId()), row.sequence);
  }

  /** The side that is being removed as a whole is not in its index any more. */
  private static void removeFrom(@Nullable Map<Long, Membership> memberships, long sequence) {
    if (memberships != null) {
      memberships.remove(sequence);
    }
  }

  private record Row(long sequence, Membership membership) {}

  private record Pair(GroupId group, MemberId member) {}
}
