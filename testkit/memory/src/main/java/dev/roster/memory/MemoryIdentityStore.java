package dev.roster.memory;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import dev.roster.memory.internal.paging.Pages;
import dev.roster.memory.internal.service.AuditClock;
import dev.roster.memory.internal.service.EntityDirectory;
import dev.roster.memory.internal.service.EntityKind;
import dev.roster.memory.internal.service.MemberDirectory;
import dev.roster.memory.internal.state.SharedState;
import dev.roster.memory.internal.state.Snapshots;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import dev.roster.spi.ServiceTraits;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * One identity store in memory: users, groups and memberships. Strictly consistent, unless {@link
 * #readsLagBehind} says otherwise. Thread-safe.
 *
 * <p>A test sets it up with {@link #addGroup} and {@link #addUser}, or with attributes through
 * {@link #groups} and {@link #users}, and reaches it through {@link MemoryMemberships#driver} or,
 * when it is {@link #named}, as {@code memory://name}. Its own methods are the service behind the
 * wire: they are neither counted nor spoilt by faults; what goes through {@link #gate} is.
 *
 * <p>Refusals are {@link MemoryStoreException}s. A look-up takes constant time and a page time in
 * proportion to its size, however large the store is; a membership takes some 160 bytes of heap.
 * Identifiers that the store makes are the same in every run.
 */
public final class MemoryIdentityStore {

  /** What stands in the audit fields. */
  public static final String PRINCIPAL = "roster-memory";

  private static final ConcurrentMap<String, MemoryIdentityStore> NAMED = new ConcurrentHashMap<>();

  private final IdentityStoreId id;
  private final SharedState state;
  private final Pages pages;
  private final MemoryEntities<UserId> users;
  private final MemoryEntities<GroupId> groups;
  final MemberDirectory memberships;
  private final FaultScript faults = new FaultScript();
  private final RequestCounter requests = new RequestCounter();
  private final ServiceTraits traits;
  private final RequestGate gate;
  private volatile StoreQuotas quotas = StoreQuotas.documented();

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
   * @param clock what the audit fields are taken from and lag is measured on, for example a {@link
   *     ManualTime}
   */
  public MemoryIdentityStore(IdentityStoreId id, InstantSource clock) {
    this(id, clock, MemoryPersonality.TELLING.traits());
  }

  /**
   * Makes an empty store of another kind of service.
   *
   * @param id its identifier
   * @param clock as above
   * @param traits what the service is like, for example {@link MemoryPersonality#traits}
   */
  public MemoryIdentityStore(IdentityStoreId id, InstantSource clock, ServiceTraits traits) {
    this.traits = Objects.requireNonNull(traits, "traits must not be null");
    this.gate = new RequestGate(faults, requests, traits);
    this.id = Objects.requireNonNull(id, "identity store id must not be null");
    Objects.requireNonNull(clock, "clock must not be null");
    AuditClock audit = new AuditClock(clock);
    this.state = new SharedState(clock);
    this.pages = new Pages(id);
    this.users =
        new MemoryEntities<>(
            new EntityDirectory<>(state, pages, audit, this::quotas, EntityKind.USERS));
    this.groups =
        new MemoryEntities<>(
            new EntityDirectory<>(state, pages, audit, this::quotas, EntityKind.GROUPS));
    this.memberships = new MemberDirectory(id, state, pages, audit, this::quotas, traits);
  }

  /**
   * The store that {@code memory://name} reaches in this JVM; made when it is first asked for. With
   * {@code memory://name?existing=true} only a store that was made before is reached, and any other
   * name is an error.
   *
   * @param name the store's name, which is also its identifier
   * @return the same store for the same name, until {@link #forget}
   */
  public static MemoryIdentityStore named(String name) {
    return NAMED.computeIfAbsent(
        name, fresh -> new MemoryIdentityStore(new IdentityStoreId(fresh)));
  }

  /**
   * The names of the stores that {@link #named} has made and {@link #forget} has not forgotten.
   *
   * @return a copy
   */
  public static Set<String> names() {
    return Set.copyOf(NAMED.keySet());
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

  /** {@return what the service is like; the same at every call} */
  public ServiceTraits traits() {
    return traits;
  }

  /**
   * What goes wrong with the requests that come through drivers and servers.
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
   * The way in for drivers and servers.
   *
   * @return this store's one gate
   */
  public RequestGate gate() {
    return gate;
  }

  /**
   * The users.
   *
   * @return a view of this store
   */
  public MemoryEntities<UserId> users() {
    return users;
  }

  /**
   * The groups.
   *
   * @return a view of this store
   */
  public MemoryEntities<GroupId> groups() {
    return groups;
  }

  /**
   * Adds a group without attributes under an identifier that the store makes.
   *
   * @return the new group
   * @throws MemoryStoreException if the quota is used up
   */
  public GroupId addGroup() {
    return groups.create(Attributes.none());
  }

  /**
   * Adds a group without attributes.
   *
   * @param group its identifier
   * @return whether it is new
   */
  public boolean addGroup(GroupId group) {
    return groups.add(group, Attributes.none());
  }

  /**
   * Adds a user without attributes under an identifier that the store makes.
   *
   * @return the new user
   * @throws MemoryStoreException if the quota is used up
   */
  public UserId addUser() {
    return users.create(Attributes.none());
  }

  /**
   * Adds a user without attributes.
   *
   * @param user its identifier
   * @return whether it is new
   */
  public boolean addUser(UserId user) {
    return users.add(user, Attributes.none());
  }

  /**
   * How much the store holds.
   *
   * @return {@link StoreQuotas#documented()} unless set
   */
  public StoreQuotas quotas() {
    return quotas;
  }

  /**
   * Sets how much the store holds from now on.
   *
   * @param quotas the new quotas
   */
  public void quotas(StoreQuotas quotas) {
    this.quotas = Objects.requireNonNull(quotas, "quotas must not be null");
  }

  /**
   * Has reads lag behind writes, as those of distributed services do. Get, find, list and check see
   * what was there that long ago; writes check against what is there. What lags is kept twice, so
   * it takes twice the memory and setting it takes time in proportion to the store. Reads never go
   * back in time: with a longer lag they stand still until it has passed. At most 100,000 changes
   * are kept back; beyond that the oldest is seen early.
   *
   * @param lag how long, measured on the store's clock; zero, which is where a store starts, makes
   *     it strictly consistent at once
   * @throws IllegalArgumentException if it is negative
   */
  public void readsLagBehind(Duration lag) {
    if (lag.isNegative()) {
      throw new IllegalArgumentException("a lag must not be negative, but is " + lag);
    }
    state.lagBehind(lag);
  }

  /** Has all page tokens that were given out so far refused as expired. */
  public void expirePageTokens() {
    pages.expireTokens();
  }

  /**
   * All that the store holds now, also where reads lag behind.
   *
   * @return a copy
   */
  public StoreSnapshot snapshot() {
    return state.readNow(now -> Snapshots.of(id, now));
  }

  /**
   * Replaces all that the store holds, whatever the quotas say, and expires its page tokens. Faults
   * and counters stay. Reads see it at once, also where they lag behind.
   *
   * @param snapshot what the store holds from now on
   * @throws IllegalArgumentException if the snapshot is of another store, or has an identifier or a
   *     membership twice; nothing is changed
   * @throws MemoryStoreException if a membership names a group or user that is not in the snapshot,
   *     or a unique attribute is there twice; nothing is changed
   */
  public void restore(StoreSnapshot snapshot) {
    state.replace(Snapshots.state(id, snapshot));
    pages.expireTokens();
  }

  /**
   * How many memberships exist now, also where reads lag behind.
   *
   * @return zero or more
   */
  public int membershipCount() {
    return memberships.count();
  }

  /**
   * Makes a membership.
   *
   * @param group an existing group
   * @param member an existing member that is not in the group
   * @return the new membership
   * @throws MemoryStoreException if the group or the member is missing, it is in the group, or the
   *     quota is used up
   */
  public Membership createMembership(GroupId group, MemberId member) {
    return memberships.create(group, member);
  }

  /**
   * Removes a membership.
   *
   * @param membership its identifier
   * @throws MemoryStoreException if it is missing
   */
  public void deleteMembership(MembershipId membership) {
    memberships.delete(membership);
  }

  /**
   * Reads a membership.
   *
   * @param membership its identifier
   * @return the membership
   * @throws MemoryStoreException if it is missing
   */
  public Membership getMembership(MembershipId membership) {
    return memberships.get(membership);
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
    return memberships.find(group, member);
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
    return memberships.ofGroup(group, page);
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
    return memberships.ofMember(member, page);
  }

  /**
   * Asks which of some groups a member is in.
   *
   * @param member an existing member
   * @param groups existing groups
   * @return a verdict for each group, in the order asked
   * @throws MemoryStoreException if the member or one of the groups is missing
   */
  public Map<GroupId, Boolean> isMemberInGroups(MemberId member, List<GroupId> groups) {
    return memberships.inGroups(member, groups);
  }

  @Override
  public String toString() {
    return "MemoryIdentityStore[" + id + "]";
  }
}
