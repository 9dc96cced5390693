package dev.roster.memory;

import dev.roster.AuditDetails;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;

/**
 * One identity store in memory: users, groups and memberships, strictly consistent. Thread-safe.
 *
 * <p>A test sets it up with {@link #addGroup} and {@link #addUser}, and reaches it through {@link
 * MemoryMemberships#driver} or, when it is {@link #named}, as {@code memory://name}. Its own
 * methods are the service behind the wire: they are neither counted nor spoilt by faults.
 *
 * <p>Refusals are {@link MemoryStoreException}s. A look-up takes constant time and a page time in
 * proportion to its size, however large the store is. Identifiers that the store makes are the same
 * in every run.
 */
public final class MemoryIdentityStore {

  /** What stands in the audit fields of memberships. */
  public static final String PRINCIPAL = "roster-memory";

  private static final ConcurrentMap<String, MemoryIdentityStore> NAMED = new ConcurrentHashMap<>();

  private final IdentityStoreId id;
  private final InstantSource clock;
  private final MembershipTable table = new MembershipTable();
  private final ReadWriteLock lock = new ReentrantReadWriteLock();
  private final FakeIds membershipIds = new FakeIds("fa4e0001");
  private final FakeIds groupIds = new FakeIds("fa4e0002");
  private final FakeIds userIds = new FakeIds("fa4e0003");
  private final FaultScript faults = new FaultScript();
  private final RequestCounter requests = new RequestCounter();

  /**
   * Makes an empty store with the system's clock.
   *
   * @param id its identifier
   */
  public MemoryIdentityStore(IdentityStoreId id) {
    this(id, InstantSource.system());
  }

  /**
   * Makes an empty store.
   *
   * @param id its identifier
   * @param clock what the audit fields are taken from, for example a {@link ManualTime}
   */
  public MemoryIdentityStore(IdentityStoreId id, InstantSource clock) {
    this.id = Objects.requireNonNull(id, "identity store id must not be null");
    this.clock = Objects.requireNonNull(clock, "clock must not be null");
  }

  /**
   * The store that {@code memory://name} reaches in this JVM; made when it is first asked for.
   *
   * @param name the store's name, which is also its identifier
   * @return the same store for the same name, until {@link #forget}
   */
  public static MemoryIdentityStore named(String name) {
    return NAMED.computeIfAbsent(
        name, fresh -> new MemoryIdentityStore(new IdentityStoreId(fresh)));
  }

  /**
   * Forgets a named store, so that the next one of that name starts empty. Drivers that hold the
   * old one keep it.
   *
   * @param name the store's name
   * @return whether there was one
   */
  public static boolean forget(String name) {
    return NAMED.remove(name) != null;
  }

  /**
   * The store's identifier.
   *
   * @return the same at every call
   */
  public IdentityStoreId identityStoreId() {
    return id;
  }

  /**
   * What shall go wrong with the requests that come through drivers and servers.
   *
   * @return this store's one script
   */
  public FaultScript faults() {
    return faults;
  }

  /**
   * The requests that came through drivers and servers.
   *
   * @return this store's one counter
   */
  public RequestCounter requests() {
    return requests;
  }

  /**
   * Adds a group under an identifier that the store makes.
   *
   * @return the new group
   */
  public GroupId addGroup() {
    GroupId group = new GroupId(groupIds.next());
    addGroup(group);
    return group;
  }

  /**
   * Adds a group.
   *
   * @param group its identifier
   * @return whether it is new
   */
  public boolean addGroup(GroupId group) {
    Objects.requireNonNull(group, "group must not be null");
    return write(() -> table.addGroup(group));
  }

  /**
   * Adds a user under an identifier that the store makes.
   *
   * @return the new user
   */
  public UserId addUser() {
    UserId user = new UserId(userIds.next());
    addUser(user);
    return user;
  }

  /**
   * Adds a user.
   *
   * @param user its identifier
   * @return whether it is new
   */
  public boolean addUser(UserId user) {
    Objects.requireNonNull(user, "user must not be null");
    return write(() -> table.addMember(user));
  }

  /**
   * Removes a group and its memberships.
   *
   * @param group its identifier
   * @return whether there was one
   */
  public boolean removeGroup(GroupId group) {
    return write(() -> table.removeGroup(group));
  }

  /**
   * Removes a user and its memberships.
   *
   * @param user its identifier
   * @return whether there was one
   */
  public boolean removeUser(UserId user) {
    return write(() -> table.removeMember(user));
  }

  /**
   * The groups that exist now.
   *
   * @return a copy, in no order
   */
  public Set<GroupId> groups() {
    return read(table::groups);
  }

  /**
   * The members that exist now.
   *
   * @return a copy, in no order
   */
  public Set<MemberId> members() {
    return read(table::members);
  }

  /**
   * How many memberships exist now.
   *
   * @return zero or more
   */
  public int membershipCount() {
    return read(table::size);
  }

  /**
   * Makes a membership.
   *
   * @param group an existing group
   * @param member an existing member that is not in the group
   * @return the new membership
   * @throws MemoryStoreException if the group or the member is missing, or it is in the group
   */
  public Membership createMembership(GroupId group, MemberId member) {
    return write(
        () -> {
          requireBoth(group, member);
          if (table.find(group, member) != null) {
            throw MemoryStoreException.refused(
                ErrorCode.ALREADY_MEMBER, "the member is in the group already");
          }
          Membership membership =
              new Membership(id, group, member, new MembershipId(membershipIds.next()), madeNow());
          table.add(membership);
          return membership;
        });
  }

  /**
   * Removes a membership.
   *
   * @param membership its identifier
   * @throws MemoryStoreException if it is missing
   */
  public void deleteMembership(MembershipId membership) {
    write(
        () -> {
          table.remove(membership);
          return true;
        });
  }

  /**
   * Reads a membership.
   *
   * @param membership its identifier
   * @return the membership
   * @throws MemoryStoreException if it is missing
   */
  public Membership getMembership(MembershipId membership) {
    return read(() -> table.get(membership));
  }

  /**
   * Looks a membership up.
   *
   * @param group the group
   * @param member the member
   * @return the membership
   * @throws MemoryStoreException if the group, the member or the membership is missing
   */
  public Membership findMembership(GroupId group, MemberId member) {
    return read(
        () -> {
          requireBoth(group, member);
          Membership found = table.find(group, member);
          if (found == null) {
            throw MemoryStoreException.notInGroup();
          }
          return found;
        });
  }

  /**
   * Reads one page of the memberships of a group, the oldest first. What exists during a whole
   * listing is seen exactly once, whatever is inserted or removed between its pages.
   *
   * @param group the group
   * @param page which page
   * @return the page
   * @throws MemoryStoreException if the group is missing, or the token is not of this listing
   */
  public RawPage<Membership> listMemberships(GroupId group, PageRequest page) {
    return read(() -> page(table.ofGroup(group), query("group", group.value()), page));
  }

  /**
   * Reads one page of the memberships of a member, as {@link #listMemberships}.
   *
   * @param member the member
   * @param page which page
   * @return the page
   * @throws MemoryStoreException if the member is missing, or the token is not of this listing
   */
  public RawPage<Membership> listMembershipsForMember(MemberId member, PageRequest page) {
    return read(() -> page(table.ofMember(member), query("member", member.value()), page));
  }

  /**
   * Asks which of some groups a member is in.
   *
   * @param member an existing member
   * @param groups existing groups
   * @return an answer for each group, in the order asked
   * @throws MemoryStoreException if the member or one of the groups is missing
   */
  public Map<GroupId, Boolean> isMemberInGroups(MemberId member, List<GroupId> groups) {
    return read(
        () -> {
          Map<GroupId, Boolean> answers = new LinkedHashMap<>();
          for (GroupId group : groups) {
            requireBoth(group, member);
            answers.put(group, table.find(group, member) != null);
          }
          return answers;
        });
  }

  @Override
  public String toString() {
    return "MemoryIdentityStore[" + id + "]";
  }

  private void requireBoth(GroupId group, MemberId member) {
    table.ofGroup(group);
    table.ofMember(member);
  }

  private AuditDetails madeNow() {
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return AuditDetails.none().withCreated(now, PRINCIPAL).withUpdated(now, PRINCIPAL);
  }

  private String query(String kind, String key) {
    return id.value() + ' ' + kind + ' ' + key;
  }

  private static RawPage<Membership> page(
      NavigableMap<Long, Membership> all, String query, PageRequest page) {
    long after = page.token().map(token -> PageToken.read(query, token)).orElse(0L);
    List<Membership> items = new ArrayList<>();
    for (Map.Entry<Long, Membership> each : all.tailMap(after, false).entrySet()) {
      if (items.size() == page.size()) {
        return RawPage.of(items, PageToken.write(query, after));
      }
      items.add(each.getValue());
      after = each.getKey();
    }
    return RawPage.of(items, null);
  }

  private <T> T read(Supplier<T> action) {
    lock.readLock().lock();
    try {
      return action.get();
    } finally {
      lock.readLock().unlock();
    }
  }

  private <T> T write(Supplier<T> action) {
    lock.writeLock().lock();
    try {
      return action.get();
    } finally {
      lock.writeLock().unlock();
    }
  }
}
