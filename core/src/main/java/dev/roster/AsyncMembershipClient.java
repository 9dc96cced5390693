package dev.roster;

import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The calls of a {@link MembershipClient} on other threads: the same calls, blocking a thread of an
 * executor instead of the caller's. Made by {@link MembershipClient#async()}; thread-safe; it has
 * nothing to close.
 *
 * <p>A future completes with what the client's method returns, or exceptionally with what it
 * throws, arguments that are refused included; with a {@link RejectedExecutionException} if the
 * executor has no room. A future that is completed from outside, be it by {@code cancel} or by
 * {@code orTimeout}, ends its call as an interrupt does. Stages that depend on a future run on the
 * executor's threads unless told otherwise; cancelling such a stage does not reach the call.
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
    return submit(() -> client.createMembership(group, member));
  }

  /**
   * As {@link MembershipClient#deleteMembership(MembershipId)}.
   *
   * @param membership the membership's id
   * @return the call's future
   */
  public CompletableFuture<@Nullable Void> deleteMembership(MembershipId membership) {
    return completed(() -> client.deleteMembership(membership));
  }

  /**
   * As {@link MembershipClient#getMembership(MembershipId)}.
   *
   * @param membership the membership's id
   * @return the call's future
   */
  public CompletableFuture<Membership> getMembership(MembershipId membership) {
    return submit(() -> client.getMembership(membership));
  }

  /**
   * As {@link MembershipClient#findMembership(GroupId, MemberId)}.
   *
   * @param group the group
   * @param member the member
   * @return the call's future
   */
  public CompletableFuture<Optional<Membership>> findMembership(GroupId group, MemberId member) {
    return submit(() -> client.findMembership(group, member));
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
    return submit(() -> client.isMemberInGroups(member, groups));
  }

  /**
   * As {@link MembershipClient#ensureMember(GroupId, MemberId)}.
   *
   * @param group the group
   * @param member the member
   * @return the call's future
   */
  public CompletableFuture<EnsuredMember> ensureMember(GroupId group, MemberId member) {
    return submit(() -> client.ensureMember(group, member));
  }

  /**
   * As {@link MembershipClient#ensureNotMember(GroupId, MemberId)}.
   *
   * @param group the group
   * @param member the member
   * @return the call's future
   */
  public CompletableFuture<Absence> ensureNotMember(GroupId group, MemberId member) {
    return submit(() -> client.ensureNotMember(group, member));
  }

  /**
   * As {@link MembershipClient#addMember(GroupId, MemberId)}.
   *
   * @param group the group
   * @param member the member
   * @return the call's future
   */
  public CompletableFuture<Presence> addMember(GroupId group, MemberId member) {
    return submit(() -> client.addMember(group, member));
  }

  /**
   * As {@link MembershipClient#removeMembership(MembershipId)}.
   *
   * @param membership the membership's id
   * @return the call's future
   */
  public CompletableFuture<Absence> removeMembership(MembershipId membership) {
    return submit(() -> client.removeMembership(membership));
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
    return completed(() -> listing.forEach(action));
  }

  private CompletableFuture<@Nullable Void> completed(Runnable call) {
    return submit(
        () -> {
          call.run();
          return null;
        });
  }

  private <T extends @Nullable Object> CompletableFuture<T> submit(Supplier<T> call) {
    CompletableFuture<T> promise = new CompletableFuture<>();
    AtomicBoolean answered = new AtomicBoolean();
    FutureTask<?> task = new FutureTask<>(() -> complete(promise, call, answered), null);
    var unused =
        promise.whenComplete(
            (answer, failure) -> {
              if (!answered.get()) {
                task.cancel(true);
              }
            });
    try {
      executor.execute(task);
    } catch (RejectedExecutionException noRoom) {
      promise.completeExceptionally(noRoom);
    }
    return promise;
  }

  /**
   * The answer is marked first: the thread that completes the promise must not interrupt itself.
   */
  private static <T extends @Nullable Object> void complete(
      CompletableFuture<T> promise, Supplier<T> call, AtomicBoolean answered) {
    try {
      T answer = call.get();
      answered.set(true);
      promise.complete(answer);
    } catch (Throwable failure) {
      answered.set(true);
      promise.completeExceptionally(failure);
    }
  }
}
