package dev.roster.memory.internal.driver;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.NativeFunction;
import dev.roster.Operation;
import dev.roster.Resource;
import dev.roster.UserId;
import dev.roster.directory.Group;
import dev.roster.directory.User;
import dev.roster.memory.MemoryBatches;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.MemoryMembershipDriver;
import dev.roster.memory.MemoryPersonality;
import dev.roster.memory.MemoryStoreException;
import dev.roster.memory.RequestGate;
import dev.roster.memory.StoreOperation;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.BatchResponse;
import dev.roster.spi.CallsNatively;
import dev.roster.spi.EntryDriver;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import dev.roster.spi.Reach;
import dev.roster.spi.ServiceTraits;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Works on a store in memory, each call as one request. */
public final class MemoryDriver implements MemoryMembershipDriver, CallsNatively {

  private final MemoryIdentityStore store;
  private final MemoryBatches batches;
  private final RequestGate gate;
  private final MemoryEntries<UserId, User> users;
  private final MemoryEntries<GroupId, Group> groups;

  public MemoryDriver(MemoryIdentityStore store) {
    this.store = store;
    this.batches = MemoryBatches.of(store);
    this.gate = store.gate();
    this.users = new MemoryEntries<>(store, store.users(), MemoryEntryKind.USERS);
    this.groups = new MemoryEntries<>(store, store.groups(), MemoryEntryKind.GROUPS);
  }

  @Override
  public String provider() {
    return MemoryDriverFactory.SCHEME;
  }

  @Override
  public IdentityStoreId identityStoreId() {
    return store.identityStoreId();
  }

  @Override
  public ServiceTraits traits() {
    return store.traits();
  }

  @Override
  public EntryDriver<UserId, User> users() {
    return users;
  }

  @Override
  public EntryDriver<GroupId, Group> groups() {
    return groups;
  }

  @Override
  public MembershipId derivedId(GroupId group, MemberId member) {
    return MemoryPersonality.derivedId(group, member);
  }

  @Override
  public Membership createMembership(GroupId group, MemberId member, AttemptContext attempt)
      throws InterruptedException {
    return handle(
        Operation.CREATE_MEMBERSHIP, attempt, () -> store.createMembership(group, member));
  }

  @Override
  public void deleteMembership(MembershipId membership, AttemptContext attempt)
      throws InterruptedException {
    handle(
        Operation.DELETE_MEMBERSHIP,
        attempt,
        () -> {
          store.deleteMembership(membership);
          return membership;
        });
  }

  @Override
  public Membership getMembership(MembershipId membership, AttemptContext attempt)
      throws InterruptedException {
    return handle(Operation.GET_MEMBERSHIP, attempt, () -> store.getMembership(membership));
  }

  @Override
  public Membership findMembership(GroupId group, MemberId member, AttemptContext attempt)
      throws InterruptedException {
    return handle(Operation.FIND_MEMBERSHIP, attempt, () -> store.findMembership(group, member));
  }

  @Override
  public RawPage<Membership> listMemberships(
      GroupId group, PageRequest page, AttemptContext attempt) throws InterruptedException {
    return gate.page(
        StoreOperation.LIST_GROUP_MEMBERSHIPS,
        attempt,
        page,
        asked -> store.listMemberships(group, cut(Operation.LIST_MEMBERSHIPS, asked)));
  }

  @Override
  public RawPage<Membership> listMembershipsForMember(
      MemberId member, PageRequest page, AttemptContext attempt) throws InterruptedException {
    return gate.page(
        StoreOperation.LIST_GROUP_MEMBERSHIPS_FOR_MEMBER,
        attempt,
        page,
        asked ->
            store.listMembershipsForMember(
                member, cut(Operation.LIST_MEMBERSHIPS_FOR_MEMBER, asked)));
  }

  /** A service holds to its largest page, whatever it is asked for. */
  private PageRequest cut(Operation listing, PageRequest page) {
    int size = Math.min(page.size(), traits().largestPage(listing));
    return page.token()
        .map(token -> PageRequest.after(size, token))
        .orElseGet(() -> PageRequest.first(size));
  }

  @Override
  public Map<GroupId, Boolean> isMemberInGroups(
      MemberId member, List<GroupId> groups, AttemptContext attempt) throws InterruptedException {
    return gate.check(attempt, groups, () -> store.isMemberInGroups(member, groups));
  }

  @Override
  public Set<Class<?>> nativeTypes() {
    return Set.of(MemoryIdentityStore.class);
  }

  /** Behind the wire: no fault spoils it, and it is not counted. */
  @Override
  public <N, T extends @Nullable Object> T callNative(
      Class<N> type, NativeFunction<? super N, T> function, AttemptContext attempt)
      throws Exception {
    return function.call(type.cast(store));
  }

  @Override
  public BatchResponse addMembers(GroupId group, List<MemberId> members, AttemptContext attempt)
      throws InterruptedException {
    return handle(Operation.ADD_MEMBERS, attempt, () -> batches.add(group, members));
  }

  @Override
  public BatchResponse removeMembers(GroupId group, List<MemberId> members, AttemptContext attempt)
      throws InterruptedException {
    return handle(Operation.REMOVE_MEMBERS, attempt, () -> batches.remove(group, members));
  }

  @Override
  public ErrorDescription describe(Throwable failure) {
    if (failure instanceof MemoryStoreException known) {
      return known.description();
    }
    ErrorCode code =
        failure instanceof InterruptedException ? ErrorCode.CANCELLED : ErrorCode.UNKNOWN;
    return ErrorDescription.of(code, Reach.MAYBE_APPLIED);
  }

  @Override
  public <T> Optional<T> unwrap(Class<T> type) {
    return type.isInstance(store) ? Optional.of(type.cast(store)) : Optional.empty();
  }

  /** There is nothing to close: the store belongs to who made it. */
  @Override
  public void close() {}

  private <T> T handle(Operation operation, AttemptContext attempt, Supplier<T> service)
      throws InterruptedException {
    if (traits().requestsOf(operation) > 1) {
      // The read of what a write depends on, such as a version: it tells nothing that matters here.
      store.requests().add(operation);
    }
    try {
      return gate.handle(StoreOperation.of(operation), attempt, service);
    } catch (MemoryStoreException refused) {
      throw asFarAsItTells(operation, refused);
    }
  }

  private MemoryStoreException asFarAsItTells(Operation operation, MemoryStoreException refused) {
    boolean notFound = refused.description().code() == ErrorCode.NOT_FOUND;
    return notFound && !traits().namesWhatIsMissing(operation)
        ? MemoryStoreException.notFound(Resource.UNSPECIFIED)
        : refused;
  }
}
