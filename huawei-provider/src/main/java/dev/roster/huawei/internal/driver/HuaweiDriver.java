package dev.roster.huawei.internal.driver;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.NativeFunction;
import dev.roster.Operation;
import dev.roster.UserId;
import dev.roster.directory.Group;
import dev.roster.directory.User;
import dev.roster.huawei.internal.attributes.EntryWire;
import dev.roster.huawei.internal.errors.Permissions;
import dev.roster.huawei.internal.http.AttemptException;
import dev.roster.huawei.internal.http.OwnedClient;
import dev.roster.huawei.internal.requests.ApiRequest;
import dev.roster.huawei.internal.requests.RequestBodies;
import dev.roster.huawei.internal.requests.StoreTargets;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.CallsNatively;
import dev.roster.spi.DirectoryDriver;
import dev.roster.spi.EntryDriver;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.IdRules;
import dev.roster.spi.InvalidInputException;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.ListsByMember;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.NetworkRoute;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import dev.roster.spi.Reach;
import dev.roster.spi.ServiceTraits;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import okhttp3.Call;
import org.jspecify.annotations.Nullable;

/** The operations on memberships, each one request, and the users and groups of the store. */
public final class HuaweiDriver
    implements MembershipDriver, ListsByGroup, ListsByMember, DirectoryDriver, CallsNatively {

  public static final String PROVIDER = "huawei";

  /** As the service documents them; its not-found responses never say what is missing. */
  private static final ServiceTraits TRAITS =
      ServiceTraits.builder()
          .largestPage(100)
          .groupsPerCheck(100)
          .addingTells(true)
          .removingTells(true)
          .abortsBlockedAttempts(true)
          .build();

  private final IdentityStoreId store;
  private final StoreTargets targets;
  private final IdRules idRules;
  private final Exchange exchange;
  private final OwnedClient client;
  private final NetworkRoute route;
  private final HuaweiEntries<UserId, User> users;
  private final HuaweiEntries<GroupId, Group> groups;

  public HuaweiDriver(
      IdentityStoreId store,
      IdRules idRules,
      Exchange exchange,
      OwnedClient client,
      NetworkRoute route) {
    this.store = store;
    this.targets = new StoreTargets(store);
    this.idRules = idRules;
    this.exchange = exchange;
    this.client = client;
    this.route = route;
    this.users = new HuaweiEntries<>(store, targets, exchange, EntryWire.USERS);
    this.groups = new HuaweiEntries<>(store, targets, exchange, EntryWire.GROUPS);
  }

  @Override
  public String provider() {
    return PROVIDER;
  }

  @Override
  public IdentityStoreId identityStoreId() {
    return store;
  }

  @Override
  public ServiceTraits traits() {
    return TRAITS;
  }

  @Override
  public IdRules idRules() {
    return idRules;
  }

  /** Documented are examples, all of them UUIDs; a name that is given for an id is none. */
  @Override
  public IdRules documentedIdRules() {
    return HuaweiIdRules.DOCUMENTED;
  }

  /** The documented ids are UUIDs, of which upper and lower case are the same. */
  @Override
  public String canonicalId(String id) {
    return id.toLowerCase(Locale.ROOT);
  }

  @Override
  public Optional<NetworkRoute> route() {
    return Optional.of(route);
  }

  @Override
  public String redact(String text) {
    return exchange.redact(text);
  }

  @Override
  public Membership createMembership(GroupId group, MemberId member, AttemptContext attempt)
      throws Exception {
    ApiRequest request =
        ApiRequest.post(
            Operation.CREATE_MEMBERSHIP,
            targets.memberships(),
            RequestBodies.groupAndMember(group, member));
    return send(request, group, member, attempt);
  }

  @Override
  public void deleteMembership(MembershipId membership, AttemptContext attempt) throws Exception {
    ApiRequest request =
        ApiRequest.delete(Operation.DELETE_MEMBERSHIP, targets.membership(membership));
    exchange.send(request, attempt, Responses::nothing);
  }

  @Override
  public Membership getMembership(MembershipId membership, AttemptContext attempt)
      throws Exception {
    ApiRequest request = ApiRequest.get(Operation.GET_MEMBERSHIP, targets.membership(membership));
    return exchange.send(request, attempt, body -> Responses.membership(body, store, membership));
  }

  @Override
  public Membership findMembership(GroupId group, MemberId member, AttemptContext attempt)
      throws Exception {
    ApiRequest request =
        ApiRequest.post(
            Operation.FIND_MEMBERSHIP,
            targets.retrieveMembershipId(),
            RequestBodies.groupAndMember(group, member));
    return send(request, group, member, attempt);
  }

  private Membership send(
      ApiRequest request, GroupId group, MemberId member, AttemptContext attempt)
      throws AttemptException {
    MembershipId id =
        exchange.send(request, attempt, body -> Responses.membershipId(body, store, group, member));
    return new Membership(store, group, member, id);
  }

  @Override
  public RawPage<Membership> listMemberships(
      GroupId group, PageRequest page, AttemptContext attempt) throws Exception {
    ApiRequest request =
        ApiRequest.get(Operation.LIST_MEMBERSHIPS, targets.membershipsOf(group, page));
    return exchange.send(request, attempt, body -> Responses.pageOfGroup(body, store, group));
  }

  @Override
  public RawPage<Membership> listMembershipsForMember(
      MemberId member, PageRequest page, AttemptContext attempt) throws Exception {
    ApiRequest request =
        ApiRequest.get(
            Operation.LIST_MEMBERSHIPS_FOR_MEMBER, targets.membershipsForMember(member, page));
    return exchange.send(request, attempt, body -> Responses.pageOfMember(body, store, member));
  }

  @Override
  public Map<GroupId, Boolean> isMemberInGroups(
      MemberId member, List<GroupId> groups, AttemptContext attempt) throws Exception {
    ApiRequest request =
        ApiRequest.post(
            Operation.IS_MEMBER_IN_GROUPS,
            targets.isMemberInGroups(),
            RequestBodies.memberAndGroups(member, groups));
    return exchange.send(request, attempt, body -> Responses.checks(body, member, groups));
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
  public Set<Class<?>> nativeTypes() {
    return Set.of(Call.Factory.class);
  }

  @Override
  public <N, T extends @Nullable Object> T callNative(
      Class<N> type, NativeFunction<? super N, T> function, AttemptContext attempt)
      throws AttemptException {
    NativeExchange made = exchange.nativeExchange(attempt);
    try {
      return function.call(type.cast(made.calls()));
    } catch (Exception thrown) {
      throw made.judged(thrown);
    } finally {
      made.end();
    }
  }

  @Override
  public Optional<String> permissionOf(Operation operation) {
    return Permissions.of(operation);
  }

  @Override
  public ErrorDescription describe(Throwable failure) {
    if (failure instanceof AttemptException ended) {
      return ended.description();
    }
    if (failure instanceof InvalidInputException refused) {
      return ErrorDescription.builder(ErrorCode.INVALID_ARGUMENT, Reach.NOT_SENT)
          .message(refused.getMessage())
          .build();
    }
    return ErrorDescription.of(ErrorCode.UNKNOWN, Reach.MAYBE_APPLIED);
  }

  @Override
  public <T> Optional<T> unwrap(Class<T> type) {
    return type.isInstance(client.okHttpClient())
        ? Optional.of(type.cast(client.okHttpClient()))
        : Optional.empty();
  }

  @Override
  public void close() {
    exchange.close();
    client.close();
  }

  @Override
  public String toString() {
    return "HuaweiDriver[%s]".formatted(store);
  }
}
