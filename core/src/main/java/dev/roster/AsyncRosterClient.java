package dev.roster;

import dev.roster.internal.call.SubmittedCalls;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a {@link RosterClient} on other threads: the same calls, blocking a thread of an
 * executor instead of the caller's. Made by {@link RosterClient#async()}; thread-safe; it has
 * nothing to close.
 *
 * <p>A future completes with what the client's method returns, or exceptionally with what it
 * throws, arguments that are refused included. Where the executor has no thread for a call, be it
 * that it rejects the call or that a thread cannot be started, the future fails with {@link
 * ErrorCode#UNAVAILABLE} and {@link Outcome#NOT_SENT}; no method of this class throws anything but
 * {@link NullPointerException} for a null argument of a listing or of {@link #forEach}. After the
 * client's close a call fails with {@link ErrorCode#CLIENT_CLOSED}.
 *
 * <p>A listing is an {@link AsyncPager}: a {@link java.util.concurrent.Flow.Publisher} of items,
 * and pages as futures.
 *
 * <p>The client's own threads are virtual ones where the platform has them. Where it has none, at
 * most 64 calls are under way and 10,000 wait for a thread; what is beyond fails with {@link
 * ErrorCode#UNAVAILABLE} and {@link Outcome#NOT_SENT}.
 *
 * <p>The deadline of a call counts from its submission: a call that waits for a thread until then
 * fails with {@link ErrorCode#TIMEOUT} and {@link Outcome#NOT_SENT}, without a request. It fails
 * within a tenth of a second from its deadline on, whether the executor ever has a thread or not,
 * and after the client's close at once; its stages then run on a thread of the client.
 *
 * <p>An executor that was given is never shut down. A thread of it should not wait for a future of
 * this class: where all of them do, no call begins before the deadline.
 *
 * <p>A future that is completed from outside, be it by {@code cancel} or by {@code orTimeout}, ends
 * its call as an interrupt does, and touches nothing else that the executor's threads do. Stages
 * that depend on a future run on the executor's threads unless set otherwise; cancelling such a
 * stage does not reach the call.
 */
public final class AsyncRosterClient {

  private final RosterClient client;
  private final SubmittedCalls calls;

  AsyncRosterClient(RosterClient client, SubmittedCalls calls) {
    this.client = client;
    this.calls = calls;
  }

  /**
   * As {@link RosterClient#createMembership(GroupId, MemberId)}.
   *
   * @param group the group
   * @param member the member
   * @return the call's future
   */
  public CompletableFuture<Membership> createMembership(GroupId group, MemberId member) {
    return calls.submit(
        ClientMethod.CREATE_MEMBERSHIP, () -> client.createMembership(group, member));
  }

  /**
   * As {@link RosterClient#deleteMembership(MembershipId)}.
   *
   * @param membership the membership's id
   * @return the call's future
   */
  public CompletableFuture<@Nullable Void> deleteMembership(MembershipId membership) {
    return completed(ClientMethod.DELETE_MEMBERSHIP, () -> client.deleteMembership(membership));
  }

  /**
   * As {@link RosterClient#getMembership(MembershipId)}.
   *
   * @param membership the membership's id
   * @return the call's future
   */
  public CompletableFuture<Membership> getMembership(MembershipId membership) {
    return calls.submit(ClientMethod.GET_MEMBERSHIP, () -> client.getMembership(membership));
  }

  /**
   * As {@link RosterClient#findMembership(GroupId, MemberId)}.
   *
   * @param group the group
   * @param member the member
   * @return the call's future
   */
  public CompletableFuture<Optional<Membership>> findMembership(GroupId group, MemberId member) {
    return calls.submit(ClientMethod.FIND_MEMBERSHIP, () -> client.findMembership(group, member));
  }

  /**
   * As {@link RosterClient#listMemberships(GroupId)}.
   *
   * @param group the group
   * @return the listing, of which nothing has been read
   */
  public AsyncPager<Membership> listMemberships(GroupId group) {
    Objects.requireNonNull(group, "group must not be null");
    return new AsyncPager<>(
        ClientMethod.LIST_MEMBERSHIPS, calls, () -> client.listMemberships(group));
  }

  /**
   * As {@link RosterClient#listMembershipsForMember(MemberId)}.
   *
   * @param member the member
   * @return the listing, of which nothing has been read
   */
  public AsyncPager<Membership> listMembershipsForMember(MemberId member) {
    Objects.requireNonNull(member, "member must not be null");
    return new AsyncPager<>(
        ClientMethod.LIST_MEMBERSHIPS_FOR_MEMBER,
        calls,
        () -> client.listMembershipsForMember(member));
  }

  /**
   * As {@link RosterClient#isMember(MemberId, GroupId)}.
   *
   * @param member the member
   * @param group the group
   * @return the call's future
   */
  public CompletableFuture<Boolean> isMember(MemberId member, GroupId group) {
    return calls.submit(ClientMethod.IS_MEMBER, () -> client.isMember(member, group));
  }

  /**
   * As {@link RosterClient#isMemberInGroups(MemberId, Collection)}.
   *
   * @param member the member
   * @param groups the groups
   * @return the call's future
   */
  public CompletableFuture<Map<GroupId, Boolean>> isMemberInGroups(
      MemberId member, Collection<GroupId> groups) {
    return calls.submit(
        ClientMethod.IS_MEMBER_IN_GROUPS, () -> client.isMemberInGroups(member, groups));
  }

  /**
   * As {@link RosterClient#ensureMember(GroupId, MemberId)}.
   *
   * @param group the group
   * @param member the member
   * @return the call's future
   */
  public CompletableFuture<EnsuredMembership> ensureMember(GroupId group, MemberId member) {
    return calls.submit(ClientMethod.ENSURE_MEMBER, () -> client.ensureMember(group, member));
  }

  /**
   * As {@link RosterClient#ensureNotMember(GroupId, MemberId)}.
   *
   * @param group the group
   * @param member the member
   * @return the call's future
   */
  public CompletableFuture<Absence> ensureNotMember(GroupId group, MemberId member) {
    return calls.submit(
        ClientMethod.ENSURE_NOT_MEMBER, () -> client.ensureNotMember(group, member));
  }

  /**
   * As {@link RosterClient#ensureDeleted(MembershipId)}.
   *
   * @param membership the membership's id
   * @return the call's future
   */
  public CompletableFuture<Absence> ensureDeleted(MembershipId membership) {
    return calls.submit(ClientMethod.ENSURE_DELETED, () -> client.ensureDeleted(membership));
  }

  /** {@return the users and groups of the store} */
  public AsyncDirectory directory() {
    return new AsyncDirectory(client.directory(), calls);
  }

  /**
   * As {@link RosterClient#callNative}; the function runs on a thread of the executor.
   *
   * @param type the type of native client
   * @param access what the request does to the store
   * @param function makes the request, once for each attempt
   * @param <N> the type of native client
   * @param <T> what the function returns
   * @return the call's future
   */
  public <N, T extends @Nullable Object> CompletableFuture<T> callNative(
      Class<N> type, NativeAccess access, NativeFunction<? super N, T> function) {
    return calls.submit(ClientMethod.CALL_NATIVE, () -> client.callNative(type, access, function));
  }

  /**
   * As {@link RosterClient#check}.
   *
   * @return the check's future
   */
  public CompletableFuture<CheckReport> check() {
    return calls.submit(ClientMethod.CHECK, client::check);
  }

  /**
   * Walks through a listing on one thread of the executor, page by page.
   *
   * @param listing a pager of this client
   * @param action given each item, in order, one at a time; what it throws ends the walk
   * @param <T> the kind of item
   * @return a future that completes after the last item
   */
  public <T> CompletableFuture<@Nullable Void> forEach(
      Pager<T> listing, Consumer<? super T> action) {
    Objects.requireNonNull(listing, "listing must not be null");
    Objects.requireNonNull(action, "action must not be null");
    return completed(listing.method(), () -> listing.forEach(action));
  }

  private CompletableFuture<@Nullable Void> completed(ClientMethod method, Runnable call) {
    return calls.submit(
        method,
        () -> {
          call.run();
          return null;
        });
  }
}
