package dev.roster.aws.internal.driver;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.NativeFunction;
import dev.roster.Operation;
import dev.roster.UserId;
import dev.roster.aws.internal.attempt.AttemptRunner;
import dev.roster.aws.internal.errors.FailureDescriber;
import dev.roster.directory.Group;
import dev.roster.directory.User;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.CallsNatively;
import dev.roster.spi.DirectoryDriver;
import dev.roster.spi.EntryDriver;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.IdRules;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.ListsByMember;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.NetworkRoute;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import dev.roster.spi.ServiceTraits;
import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreResponse;

/** One SDK call per method; see the package for what each sends. */
public final class AwsDriver
    implements MembershipDriver, ListsByGroup, ListsByMember, DirectoryDriver, CallsNatively {

  public static final String PROVIDER = "aws";

  /** As the service documents them. */
  private static final ServiceTraits TRAITS =
      ServiceTraits.builder()
          .largestPage(100)
          .groupsPerCheck(100)
          .addingTells(true)
          .removingTells(true)
          .namesWhatIsMissing(EnumSet.allOf(Operation.class))
          .auditDetails(true)
          .build();

  private final IdentityStoreId store;
  private final NativeClient client;
  private final IdRules idRules;
  private final Requests requests;
  private final FailureDescriber describer;
  private final ServiceTraits traits;
  private final SdkExchange exchange;
  private final AwsUsers users;
  private final AwsGroups groups;

  public AwsDriver(IdentityStoreId store, NativeClient client, AwsIdRules idRules) {
    this.store = store;
    this.client = client;
    this.idRules = idRules;
    this.traits =
        TRAITS.toBuilder().abortsBlockedAttempts(client.runner() == AttemptRunner.ABORTING).build();
    this.requests = new Requests(store, client.runner());
    this.exchange = new SdkExchange(client);
    this.users = new AwsUsers(store, exchange, idRules.isStrict());
    this.groups = new AwsGroups(store, exchange, idRules.isStrict());
    this.describer =
        new FailureDescriber(
            Clock.systemUTC(), client.regionOfHost(), client.region().orElse(null), this::redact);
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
    return traits;
  }

  @Override
  public IdRules idRules() {
    return idRules;
  }

  @Override
  public IdRules documentedIdRules() {
    return AwsIdRules.strict();
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
  public String canonicalId(String id) {
    return ResponseChecks.barePart(id);
  }

  @Override
  public String redact(String text) {
    return client.secrets().redact(text);
  }

  @Override
  public Membership createMembership(GroupId group, MemberId member, AttemptContext attempt) {
    var request = requests.create(group, member, attempt);
    var response = exchange.send(attempt, sdk -> sdk.createGroupMembership(request));
    return read(response)
        .membership(group, member, response.membershipId(), response.identityStoreId());
  }

  @Override
  public void deleteMembership(MembershipId membership, AttemptContext attempt) {
    var request = requests.delete(membership, attempt);
    var response = exchange.send(attempt, sdk -> sdk.deleteGroupMembership(request));
    read(response);
  }

  @Override
  public Membership getMembership(MembershipId membership, AttemptContext attempt) {
    var request = requests.describe(membership, attempt);
    var response = exchange.send(attempt, sdk -> sdk.describeGroupMembership(request));
    return read(response).membership(membership, response);
  }

  @Override
  public Membership findMembership(GroupId group, MemberId member, AttemptContext attempt) {
    var request = requests.find(group, member, attempt);
    var response = exchange.send(attempt, sdk -> sdk.getGroupMembershipId(request));
    return read(response)
        .membership(group, member, response.membershipId(), response.identityStoreId());
  }

  @Override
  public RawPage<Membership> listMemberships(
      GroupId group, PageRequest page, AttemptContext attempt) {
    var request = requests.list(group, page, attempt);
    var response = exchange.send(attempt, sdk -> sdk.listGroupMemberships(request));
    return read(response).page(group, response);
  }

  @Override
  public RawPage<Membership> listMembershipsForMember(
      MemberId member, PageRequest page, AttemptContext attempt) {
    var request = requests.listForMember(member, page, attempt);
    var response = exchange.send(attempt, sdk -> sdk.listGroupMembershipsForMember(request));
    return read(response).page(member, response);
  }

  @Override
  public Map<GroupId, Boolean> isMemberInGroups(
      MemberId member, List<GroupId> groups, AttemptContext attempt) {
    var request = requests.check(member, groups, attempt);
    var response = exchange.send(attempt, sdk -> sdk.isMemberInGroups(request));
    return read(response).checks(member, groups, response);
  }

  /** What the SDK does not have is reached as a native call is, by its own type. */
  @Override
  public Set<Class<?>> nativeTypes() {
    return client.json() == null
        ? Set.of(IdentitystoreClient.class)
        : Set.of(IdentitystoreClient.class, JsonExchange.class);
  }

  @Override
  public <N, T extends @Nullable Object> T callNative(
      Class<N> type, NativeFunction<? super N, T> function, AttemptContext attempt)
      throws Exception {
    N given = type.cast(type == JsonExchange.class ? json() : client.sdk());
    T result = AttemptRunner.runNative(attempt, () -> function.call(given));
    if (result instanceof IdentitystoreResponse response) {
      SdkExchange.note(response, attempt);
    }
    return result;
  }

  private JsonExchange json() {
    return Objects.requireNonNull(client.json(), "only what nativeTypes names is asked for");
  }

  @Override
  public Optional<String> permissionOf(Operation operation) {
    return Actions.of(operation);
  }

  @Override
  public Optional<String> otherCauseOf(ErrorCode code) {
    return code == ErrorCode.ACCESS_DENIED
        ? Optional.of(
            "The store's network configuration can deny a call as well, by its source address, VPC"
                + " or VPC endpoint: AwsStores.describe reads it where it permits that.")
        : Optional.empty();
  }

  @Override
  public Optional<NetworkRoute> route() {
    return Optional.of(client.route());
  }

  @Override
  public ErrorDescription describe(Throwable failure) {
    return describer.describe(failure);
  }

  @Override
  public <T> Optional<T> unwrap(Class<T> type) {
    IdentitystoreClient sdk = client.sdk();
    return type.isInstance(sdk) ? Optional.of(type.cast(sdk)) : Optional.empty();
  }

  @Override
  public void close() {
    client.close();
  }

  @Override
  public String toString() {
    return "AwsDriver[store=%s, %s]".formatted(store, client);
  }

  private Responses read(IdentitystoreResponse response) {
    return new Responses(store, response);
  }
}
