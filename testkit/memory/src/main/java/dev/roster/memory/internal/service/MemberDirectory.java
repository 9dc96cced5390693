package dev.roster.memory.internal.service;

import dev.roster.AuditDetails;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.Resource;
import dev.roster.UserId;
import dev.roster.memory.MemoryPersonality;
import dev.roster.memory.MemoryStoreException;
import dev.roster.memory.StoreQuotas;
import dev.roster.memory.internal.paging.Pages;
import dev.roster.memory.internal.paging.SortedRows;
import dev.roster.memory.internal.state.EntityRow;
import dev.roster.memory.internal.state.FakeIds;
import dev.roster.memory.internal.state.MembershipRow;
import dev.roster.memory.internal.state.MembershipTable;
import dev.roster.memory.internal.state.SharedState;
import dev.roster.memory.internal.state.StoreState;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import dev.roster.spi.ServiceTraits;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The memberships of a store. */
public final class MemberDirectory {

  private final IdentityStoreId store;
  private final SharedState state;
  private final Pages pages;
  private final AuditClock clock;
  private final Supplier<StoreQuotas> quotas;
  private final ServiceTraits traits;
  private final Map<GroupId, Set<GroupId>> nested = new ConcurrentHashMap<>();

  public MemberDirectory(
      IdentityStoreId store,
      SharedState state,
      Pages pages,
      AuditClock clock,
      Supplier<StoreQuotas> quotas,
      ServiceTraits traits) {
    this.traits = traits;
    this.store = store;
    this.state = state;
    this.pages = pages;
    this.clock = clock;
    this.quotas = quotas;
  }

  public int count() {
    return state.readNow(now -> now.memberships().size());
  }

  public Membership create(GroupId group, MemberId member) {
    return state.write(writer -> add(writer, group, member));
  }

  /** Adds all members or none. */
  void addAll(GroupId group, List<MemberId> members) {
    state.write(
        writer -> {
          for (MemberId member : members) {
            MembershipRow present = present(writer.state(), group, member);
            if (present == null) {
              requireRoom(writer.state().member(member));
            } else if (traits.addingTells()) {
              throw MemoryStoreException.alreadyMember();
            }
          }
          members.forEach(member -> addIfAbsent(writer, group, member));
          return members;
        });
  }

  /** Returns whether the member is new. */
  boolean addIfAbsent(GroupId group, MemberId member) {
    return state.write(writer -> addIfAbsent(writer, group, member));
  }

  private boolean addIfAbsent(SharedState.Writer writer, GroupId group, MemberId member) {
    boolean absent = present(writer.state(), group, member) == null;
    if (absent) {
      add(writer, group, member);
    }
    return absent;
  }

  private static @Nullable MembershipRow present(StoreState now, GroupId group, MemberId member) {
    EntityRow<GroupId> row = now.groups().require(group);
    return now.memberships().find(row, now.member(member));
  }

  void requireGroup(GroupId group) {
    state.readNow(now -> now.groups().require(group));
  }

  private Membership add(SharedState.Writer writer, GroupId group, MemberId member) {
    EntityRow<UserId> user = writer.state().member(member);
    MembershipRow present = present(writer.state(), group, member);
    if (present != null) {
      return alreadyThere(present);
    }
    requireRoom(user);
    long sequence = writer.state().memberships().nextSequence();
    MembershipId made =
        traits.derivedIds()
            ? MemoryPersonality.derivedId(group, member)
            : new MembershipId(FakeIds.MEMBERSHIPS.of(sequence));
    AuditDetails audit = clock.madeNow();
    writer.apply(target -> target.join(sequence, made, group, user.id(), audit));
    return new Membership(store, group, member, made, audit);
  }

  private Membership alreadyThere(MembershipRow present) {
    if (traits.addingTells()) {
      throw MemoryStoreException.alreadyMember();
    }
    return value(present);
  }

  public void delete(MembershipId membership) {
    state.write(
        writer -> {
          if (writer.state().memberships().isThere(membership) || traits.removingTells()) {
            writer.state().memberships().require(membership);
            writer.apply(
                target -> target.memberships().remove(target.memberships().require(membership)));
          }
          return membership;
        });
  }

  /** Removes all members or none. */
  void removeAll(GroupId group, List<MemberId> members) {
    state.write(
        writer -> {
          if (traits.removingTells()) {
            members.forEach(member -> requirePresent(writer.state(), group, member));
          }
          members.forEach(member -> removeIfPresent(writer, group, member));
          return members;
        });
  }

  private static void requirePresent(StoreState now, GroupId group, MemberId member) {
    if (present(now, group, member) == null) {
      throw MemoryStoreException.notFound(Resource.MEMBERSHIP);
    }
  }

  /** Returns whether the member was there. */
  boolean removeIfPresent(GroupId group, MemberId member) {
    return state.write(writer -> removeIfPresent(writer, group, member));
  }

  /** A service that does not tell takes an absent group and an absent member for the same. */
  private boolean removeIfPresent(SharedState.Writer writer, GroupId group, MemberId member) {
    try {
      MembershipRow present = present(writer.state(), group, member);
      if (present == null) {
        return false;
      }
      MembershipId id = value(present).membershipId();
      writer.apply(target -> target.memberships().remove(target.memberships().require(id)));
      return true;
    } catch (MemoryStoreException absent) {
      if (traits.removingTells()) {
        throw absent;
      }
      return false;
    }
  }

  public Membership get(MembershipId membership) {
    return state.read(seen -> value(seen.memberships().require(membership)));
  }

  public Membership find(GroupId group, MemberId member) {
    return state.read(
        seen -> {
          MembershipRow found =
              seen.memberships().find(seen.groups().require(group), seen.member(member));
          if (found == null) {
            throw MemoryStoreException.notFound(Resource.MEMBERSHIP);
          }
          return value(found);
        });
  }

  public RawPage<Membership> ofGroup(GroupId group, PageRequest page) {
    String query = "memberships of group " + group;
    PageRequest wanted =
        traits.isPaged(Operation.LIST_MEMBERSHIPS) ? page : PageRequest.first(Integer.MAX_VALUE);
    RawPage<Membership> found =
        state.read(seen -> page(seen.groups().require(group).memberships(), query, wanted));
    return page.token().isEmpty() ? found.withSkipped(nested(group).size()) : found;
  }

  /** Makes a group a member of another; returns whether it is new there. */
  public boolean nest(GroupId outer, GroupId inner) {
    requireGroup(outer);
    return nested.computeIfAbsent(outer, first -> ConcurrentHashMap.newKeySet()).add(inner);
  }

  private Set<GroupId> nested(GroupId outer) {
    return nested.getOrDefault(outer, Set.of());
  }

  public RawPage<Membership> ofMember(MemberId member, PageRequest page) {
    String query = "memberships of member " + member;
    return state.read(seen -> page(seen.member(member).memberships(), query, page));
  }

  public Map<GroupId, Boolean> inGroups(MemberId member, List<GroupId> groups) {
    return state.read(
        seen -> {
          Map<GroupId, Boolean> responses = new LinkedHashMap<>();
          for (GroupId group : groups) {
            responses.put(group, isIn(seen, member, group, new HashSet<>()));
          }
          return responses;
        });
  }

  private boolean isIn(StoreState seen, MemberId member, GroupId group, Set<GroupId> visited) {
    if (present(seen, group, member) != null) {
      return true;
    }
    return traits.transitiveChecks()
        && visited.add(group)
        && nested(group).stream().anyMatch(inner -> isIn(seen, member, inner, visited));
  }

  private void requireRoom(EntityRow<UserId> user) {
    int quota = quotas.get().groupsPerUser();
    if (user.memberships().size() >= quota) {
      throw MemoryStoreException.refused(
          ErrorCode.QUOTA_EXCEEDED, "the member is in as many groups as it may be: " + quota);
    }
  }

  private RawPage<Membership> page(SortedRows<MembershipRow> rows, String query, PageRequest page) {
    return pages.page(rows, any -> true, this::value, query, page);
  }

  private Membership value(MembershipRow row) {
    return MembershipTable.membership(store, row);
  }
}
