package dev.roster;

import dev.roster.internal.concurrent.CancellableWork;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a {@link MembershipClient} on other threads: the same calls, blocking a thread of an
 * executor instead of the caller's. Made by {@link MembershipClient#async()}; thread-safe; it has
 * nothing to close.
 *
 * <p>A future completes with what the client's method returns, or exceptionally with what it
 * throws, arguments that are refused included. Where the executor has no thread for a call, be it
 * that it rejects the call or that a thread cannot be started, the future fails with {@link
 * ErrorCode#UNAVAILABLE} and {@link Outcome#NOT_SENT}; no method of this class throws anything but
 * {@link NullPointerException} for a null argument of {@link #forEach}. After the client's close a
 * call fails with {@link ErrorCode#CLIENT_CLOSED}.
 *
 * <p>The deadline of a call counts from its submission: a call that waits for a thread until then
 * fails with {@link ErrorCode#TIMEOUT} and {@link Outcome#NOT_SENT}, without a request.
 *
 * <p>A future that is completed from outside, be it by {@code cancel} or by {@code orTimeout}, ends
 * its call as an interrupt does, and touches nothing else that the executor's threads do. Stages
 * that depend on a future run on the executor's threads unless told otherwise; cancelling such a
 * stage does not reach the call.
 */
public final class AsyncMembershipClient {

  private final MembershipClient client;
  private final Executor executor;

  AsyncMembershipClient(MembershipClient client, Executor executor) {
    this.client = client;
    this.executor = Objects.requireNonNull(executor, "executor must not be null");
  }

  /**
   * As {@link MembershipClient#createMembership(GroupId, MemberId)}.
   *
   * @param group the group
   * @param member the member
   * @return the call's future
   */
  public CompletableFuture<Membership> createMembership(GroupId group, MemberId member) {
    return submit("createMembership", () -> client.createMembership(group, member));
  }

  /**
   * As {@link MembershipClient#deleteMembership(MembershipId)}.
   *
   * @param membership the membership's id
   * @return the call's future
   */
  public CompletableFuture<@Nullable Void> deleteMembership(MembershipId membership) {
    return completed("deleteMembership", () -> client.deleteMembership(membership));
  }

  /**
   * As {@link MembershipClient#getMembership(MembershipId)}.
   *
   * @param membership the membership's id
   * @return the call's future
   */
  public CompletableFuture<Membership> getMembership(MembershipId membership) {
    return submit("getMembership", () -> client.getMembership(membership));
  }

  /**
   * As {@link MembershipClient#findMembership(GroupId, MemberId)}.
   *
   * @param group the group
   * @param member the member
   * @return the call's future
   */
  public CompletableFuture<Optional<Membership>> findMembership(GroupId group, MemberId member) {
    return submit("findMembership", () -> client.findMembership(group, member));
  }

  /**
   * As {@link MembershipClient#isMemberInGroups(MemberId, Collection)}.
   *
   * @param member the member
   * @param groups the groups
   * @return the call's future
   */
  public CompletableFuture<Map<GroupId, Boolean>> isMemberInGroups(
      MemberId member, Collection<GroupId> groups) {
    return submit("isMemberInGroups", () -> client.isMemberInGroups(member, groups));
  }

  /**
   * As {@link MembershipClient#ensureMember(GroupId, MemberId)}.
   *
   * @param group the group
   * @param member the member
   * @return the call's future
   */
  public CompletableFuture<EnsuredMember> ensureMember(GroupId group, MemberId member) {
    return submit("ensureMember", () -> client.ensureMember(group, member));
  }

  /**
   * As {@link MembershipClient#ensureNotMember(GroupId, MemberId)}.
   *
   * @param group the group
   * @param member the member
   * @return the call's future
   */
  public CompletableFuture<Absence> ensureNotMember(GroupId group, MemberId member) {
    return submit("ensureNotMember", () -> client.ensureNotMember(group, member));
  }

  /**
   * As {@link MembershipClient#addMember(GroupId, MemberId)}.
   *
   * @param group the group
   * @param member the member
   * @return the call's future
   */
  public CompletableFuture<Presence> addMember(GroupId group, MemberId member) {
    return submit("addMember", () -> client.addMember(group, member));
  }

  /**
   * As {@link MembershipClient#removeMembership(MembershipId)}.
   *
   * @param membership the membership's id
   * @return the call's future
   */
  public CompletableFuture<Absence> removeMembership(MembershipId membership) {
    return submit("removeMembership", () -> client.removeMembership(membership));
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
    return completed(listing.operation(), () -> listing.forEach(action));
  }

  private CompletableFuture<@Nullable Void> completed(String operation, Runnable call) {
    return submit(
        operation,
        () -> {
          call.run();
          return null;
        });
  }

  private <T extends @Nullable Object> CompletableFuture<T> submit(
      String operation, Supplier<T> call) {
    CompletableFuture<T> promise = new CompletableFuture<>();
    CancellableWork<T> work = new CancellableWork<>(client.pipeline().submitted(call), promise);
    var unused = promise.whenComplete((result, failure) -> work.cancel());
    try {
      executor.execute(work);
    } catch (Throwable refused) {
      refused(operation, refused, work, promise);
    }
    return promise;
  }

  /** An executor can also fail after it has begun the call, which then completes its own future. */
  private void refused(
      String operation, Throwable refused, CancellableWork<?> work, CompletableFuture<?> promise) {
    if (client.pipeline().isClosed()) {
      work.run();
    } else if (work.cancelUnlessBegun()) {
      promise.completeExceptionally(notBegun(operation, refused));
    }
  }

  private RosterException notBegun(String operation, Throwable refused) {
    return RosterException.builder(ErrorCode.UNAVAILABLE, client.provider(), operation)
        .message(
            ("%s was not begun, because the executor has no thread for it (%s). Nothing was sent."
                 + " Repeat the call when fewer are under way, or use an executor with more room.")
                .formatted(operation, refused.getClass().getName()))
        .outcome(Outcome.NOT_SENT)
        .cause(refused)
        .build();
  }
}
