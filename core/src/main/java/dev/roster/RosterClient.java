package dev.roster;

import dev.roster.internal.call.CallPipeline;
import dev.roster.internal.call.CallSubject;
import dev.roster.internal.check.AccessCheck;
import dev.roster.internal.configuration.Capabilities;
import dev.roster.internal.directory.LookupMemory;
import dev.roster.internal.operation.Creation;
import dev.roster.internal.operation.MembershipCalls;
import dev.roster.internal.operation.MembershipListing;
import dev.roster.internal.operation.NativeCall;
import dev.roster.spi.DriverFactory;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.ServiceTraits;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * The memberships of one identity store: who is in which group.
 *
 * <pre>{@code
 * try (RosterClient client = RosterClient.open(uri)) {
 *   client.ensureMember(new GroupId("engineers"), new UserId("ada"));
 *   for (Membership membership : client.listMemberships(new GroupId("engineers"))) {
 *     System.out.println(membership.memberId());
 *   }
 * }
 * }</pre>
 *
 * <p>A client is thread-safe and meant to be shared: one per store, open as long as the application
 * needs it. Its calls block the calling thread.
 *
 * <p><b>One call.</b> Every call without faults is exactly one request to the service ({@code
 * isMemberInGroups}: one for as many groups as the service takes at once; {@code ensureNotMember}:
 * two, or one; a listing: one per page). A call that fails for a transient reason is retried until
 * its deadline; see {@link RetryPolicy}. {@link #with} sets {@link CallOptions} for single calls.
 *
 * <p><b>What every call can throw.</b> {@link NullPointerException} for a null argument. Otherwise
 * a {@link RosterException}, which lists the codes that any call can fail with. {@link Outcome}
 * says what becomes of a write whose response is lost.
 */
public final class RosterClient implements AutoCloseable {

  final CallPipeline pipeline;
  private final LookupMemory lookups;
  private final CallOptions options;

  RosterClient(CallPipeline pipeline, LookupMemory lookups, CallOptions options) {
    this.pipeline = pipeline;
    this.lookups = lookups;
    this.options = Objects.requireNonNull(options, "options must not be null");
  }

  /**
   * Opens a client with everything from one configuration string, for example {@code
   * memory://d-1234567890?deadline=PT1M}. The scheme picks the provider among those on the class
   * path. Nothing is sent.
   *
   * @param uri {@code scheme://store?parameter=value}; the parameters {@code deadline}, {@code
   *     attemptTimeout} and {@code maxCallsPerSecond} are the client's, all others the provider's
   * @return a new client, to be closed
   * @throws IllegalArgumentException naming the part that is missing, unknown, invalid or a secret
   */
  public static RosterClient open(String uri) {
    return builder(uri).build();
  }

  /**
   * Starts a client from a configuration string, to set more than the string does.
   *
   * @param uri as for {@link #open}
   * @return a builder
   * @throws IllegalArgumentException as {@link #open}; the provider reads its part when it is built
   */
  public static RosterClientBuilder builder(String uri) {
    return RosterClientBuilder.of(uri);
  }

  /**
   * Starts a client from a configuration string, with a provider that is set up in code besides:
   * what a string cannot or must not say, such as credentials, an HTTP client or a proxy.
   *
   * @param uri as for {@link #open}
   * @param provider makes the driver from the string; a provider's own class of drivers gives one
   * @return a builder
   * @throws IllegalArgumentException as {@link #builder(String)}, or if the schemes differ
   */
  public static RosterClientBuilder builder(String uri, DriverFactory provider) {
    return RosterClientBuilder.of(uri, provider);
  }

  /**
   * Starts a client over a driver that a provider's own builder made.
   *
   * @param driver closed with the client
   * @return a builder
   */
  public static RosterClientBuilder builder(MembershipDriver driver) {
    return new RosterClientBuilder(driver);
  }

  /** {@return what the calls of this view do differently: the options of the latest with} */
  public CallOptions options() {
    return options;
  }

  /**
   * This client with options for some calls.
   *
   * @param callOptions what the calls do differently; they replace those of an earlier {@code with}
   * @return a view that shares everything with this client, closing included
   */
  public RosterClient with(CallOptions callOptions) {
    return new RosterClient(pipeline, lookups, callOptions);
  }

  /**
   * Makes a member part of a group. A service that does not tell what changed ({@link
   * Capability#TELLS_WHAT_CHANGED}) returns a membership that is there already, without an error.
   *
   * @param group the group
   * @param member the member
   * @return the membership, without audit details
   * @throws AlreadyMemberException if the member is in the group already
   * @throws NotFoundException if the group or the member does not exist
   * @throws RosterException with {@link ErrorCode#QUOTA_EXCEEDED}, {@link
   *     ErrorCode#CONCURRENT_MODIFICATION}, or as any call
   */
  public Membership createMembership(GroupId group, MemberId member) {
    return call(
        ClientMethod.CREATE_MEMBERSHIP,
        CallSubject.of(Operation.CREATE_MEMBERSHIP, group, member),
        call -> new Creation(call, group, member).created());
  }

  /**
   * Removes a membership by its id. Of two callers that do so at the same time one succeeds.
   *
   * @param membership the membership's id
   * @throws NotFoundException if the membership does not exist and the service tells
   * @throws RosterException with {@link ErrorCode#CONCURRENT_MODIFICATION}, or as any call
   */
  public void deleteMembership(MembershipId membership) {
    call(
        ClientMethod.DELETE_MEMBERSHIP,
        CallSubject.of(Operation.DELETE_MEMBERSHIP, membership),
        call -> MembershipCalls.delete(call, membership));
  }

  /**
   * Reads a membership by its id.
   *
   * @param membership the membership's id
   * @return the membership, with audit details where the service sends them
   * @throws NotFoundException if the membership does not exist
   * @throws RosterException as any call
   */
  public Membership getMembership(MembershipId membership) {
    return call(
        ClientMethod.GET_MEMBERSHIP,
        CallSubject.of(Operation.GET_MEMBERSHIP, membership),
        call ->
            call.send(Operation.GET_MEMBERSHIP, a -> call.driver().getMembership(membership, a)));
  }

  /**
   * Looks up the membership of a member in a group.
   *
   * @param group the group
   * @param member the member
   * @return empty where there is no such membership; where the service does not say what is missing
   *     (see {@link Capability#NAMES_WHAT_IS_MISSING}), also where there is no such group or member
   * @throws NotFoundException if the service says that store, group or member does not exist
   * @throws RosterException as any call
   */
  public Optional<Membership> findMembership(GroupId group, MemberId member) {
    return call(
        ClientMethod.FIND_MEMBERSHIP,
        CallSubject.of(Operation.FIND_MEMBERSHIP, group, member),
        call -> MembershipCalls.find(call, group, member));
  }

  /**
   * The memberships of a group. Nothing is sent until the pager is asked for an item or a page.
   *
   * @param group the group
   * @return a pager, whose pages throw {@link NotFoundException} if the group does not exist
   * @throws RosterException with {@link ErrorCode#INVALID_ARGUMENT}
   */
  public Pager<Membership> listMemberships(GroupId group) {
    return new Pager<>(MembershipListing.of(pipeline, options, group), options);
  }

  /**
   * The memberships of a member: the groups that it is in. Lazy as {@link #listMemberships}.
   *
   * @param member the member
   * @return a pager, whose pages throw {@link NotFoundException} if the member does not exist
   * @throws RosterException with {@link ErrorCode#INVALID_ARGUMENT}
   */
  public Pager<Membership> listMembershipsForMember(MemberId member) {
    return new Pager<>(MembershipListing.of(pipeline, options, member), options);
  }

  /**
   * Asks whether a member is in a group. One request.
   *
   * @param member the member
   * @param group the group
   * @return whether it is
   * @throws RosterException as {@link #isMemberInGroups}
   */
  public boolean isMember(MemberId member, GroupId group) {
    return call(
        ClientMethod.IS_MEMBER,
        CallSubject.ofCheck(member, group),
        call -> MembershipCalls.isMember(call, member, group));
  }

  /**
   * Asks which of any groups a member is in: split by what the service takes, under one deadline.
   *
   * @param member the member
   * @param groups the groups; duplicates are asked once
   * @return yes or no for every group, in the order asked; unmodifiable
   * @throws RosterException as any call; {@link ErrorCode#INVALID_RESPONSE} if a group is left out
   */
  public Map<GroupId, Boolean> isMemberInGroups(MemberId member, Collection<GroupId> groups) {
    List<GroupId> distinct = MembershipCalls.distinct(groups);
    return call(
        ClientMethod.IS_MEMBER_IN_GROUPS,
        CallSubject.of(Operation.IS_MEMBER_IN_GROUPS, member, distinct),
        call -> MembershipCalls.isMemberInGroups(call, member, distinct));
  }

  /**
   * Makes sure that a member is in a group. One request; a second one where the service refuses
   * with a conflict and does not say that it is the membership.
   *
   * @param group the group
   * @param member the member
   * @return how the member came to be in the group, and the membership where that is known
   * @throws NotFoundException if the group or the member does not exist
   * @throws RosterException with {@link ErrorCode#QUOTA_EXCEEDED}, {@link
   *     ErrorCode#CONCURRENT_MODIFICATION}, or as any call
   */
  public EnsuredMembership ensureMember(GroupId group, MemberId member) {
    return call(
        ClientMethod.ENSURE_MEMBER,
        CallSubject.of(Operation.CREATE_MEMBERSHIP, group, member),
        call -> new Creation(call, group, member).ensured());
  }

  /**
   * Makes sure that a member is not in a group: looks the membership up and removes it.
   *
   * @param group the group
   * @param member the member
   * @return how the member came not to be in the group
   * @throws NotFoundException as {@link #findMembership}
   * @throws RosterException with {@link ErrorCode#CONCURRENT_MODIFICATION}, or as any call
   */
  public Absence ensureNotMember(GroupId group, MemberId member) {
    return call(
        ClientMethod.ENSURE_NOT_MEMBER,
        CallSubject.of(Operation.FIND_MEMBERSHIP, group, member),
        call -> MembershipCalls.ensureNot(call, group, member));
  }

  /**
   * Makes sure that there is no such membership: {@link #deleteMembership}, without its error.
   *
   * @param membership the membership's id
   * @return how it came not to be there
   * @throws RosterException as {@link #deleteMembership}
   */
  public Absence ensureDeleted(MembershipId membership) {
    return call(
        ClientMethod.ENSURE_DELETED,
        CallSubject.of(Operation.DELETE_MEMBERSHIP, membership),
        call -> MembershipCalls.ensureDeleted(call, membership));
  }

  /** {@return the users and groups of the store} */
  public Directory directory() {
    return new Directory(pipeline, lookups, options);
  }

  /** {@return the same calls on the client's own threads; AsyncRosterClient says how many} */
  public AsyncRosterClient async() {
    return async(pipeline.threads());
  }

  /**
   * The same calls on the caller's threads.
   *
   * @param executor blocks one of its threads for each call under way
   * @return a new asynchronous face of this client
   */
  public AsyncRosterClient async(Executor executor) {
    return new AsyncRosterClient(this, pipeline.on(executor, options));
  }

  /** {@return the provider's short name, which is the scheme of its configuration string} */
  public String provider() {
    return pipeline.driver().provider();
  }

  /** {@return the store} */
  public IdentityStoreId identityStoreId() {
    return pipeline.driver().identityStoreId();
  }

  /** {@return a view of this client's rate limiter, to read the permitted rate or to share it} */
  public RateLimiter rateLimiter() {
    return new RateLimiter(pipeline.limiter());
  }

  /**
   * The form in which two spellings of one identifier are the same text. Sends nothing.
   *
   * @param id an identifier of a group, a member or a membership
   * @return a text to compare, not to send
   */
  public String canonicalId(String id) {
    return pipeline.driver().canonicalId(Objects.requireNonNull(id, "id must not be null"));
  }

  /** {@return what the provider can do beyond the operations, as an unmodifiable set} */
  public Set<Capability> capabilities() {
    return Capabilities.of(pipeline.driver());
  }

  /** {@return what the service is like: its numbers, and what its responses tell} */
  public ServiceTraits traits() {
    return pipeline.driver().traits();
  }

  /**
   * The provider's native client as it is: what you do with it is neither paced nor retried, has no
   * deadline and no listeners, and is signed only if the native client signs by itself. {@link
   * #callNative} has all that. Closed with this client if this client made it.
   *
   * @param type the wanted type; the provider's package says which it has
   * @param <T> the wanted type
   * @return empty where the provider has none of that type
   */
  public <T> Optional<T> unwrap(Class<T> type) {
    return pipeline.driver().unwrap(Objects.requireNonNull(type, "type must not be null"));
  }

  /**
   * Makes one request with the provider's native client, for what this library does not do: paced,
   * retried, with deadline, listeners and exceptions as every other call.
   *
   * @param type the type of native client; the provider's package says which it has
   * @param access what the request does to the store
   * @param function makes the request, once for each attempt
   * @param <N> the type of native client
   * @param <T> what the function returns
   * @return what the function returned
   * @throws RosterException as any call; {@link ErrorCode#UNSUPPORTED} without such a client
   */
  public <N, T extends @Nullable Object> T callNative(
      Class<N> type, NativeAccess access, NativeFunction<? super N, T> function) {
    return new NativeCall<>(type, access, function).make(pipeline, options);
  }

  /**
   * Finds out by one look-up whether this client works. What is wrong is reported, not thrown.
   *
   * @return the findings about each {@link CheckArea}; none about writing
   * @throws RosterException only for an interrupt or a close
   */
  public CheckReport check() {
    return new AccessCheck(pipeline, options).report();
  }

  /** Ends calls under way with {@link ErrorCode#CLIENT_CLOSED}, and closes what it made itself. */
  @Override
  public void close() {
    pipeline.close();
  }

  @Override
  public String toString() {
    return "RosterClient[%s://%s]".formatted(provider(), identityStoreId());
  }

  private <T> T call(ClientMethod method, CallSubject subject, CallPipeline.Body<T> body) {
    return pipeline.call(method, subject, options, body);
  }
}
