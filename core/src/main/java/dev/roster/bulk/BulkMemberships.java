package dev.roster.bulk;

import dev.roster.CallPriority;
import dev.roster.Membership;
import dev.roster.MembershipClient;
import dev.roster.RosterException;
import dev.roster.spi.TimeSource;
import java.time.Duration;
import java.util.Iterator;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Adds or removes any number of members, with a few calls at a time. Immutable and thread-safe; it
 * has nothing to close.
 *
 * <pre>{@code
 * BulkSummary summary =
 *     BulkMemberships.of(client)
 *         .withProgress(progress -> System.out.println(progress))
 *         .add(pairs.iterator(), outcome -> System.out.println(outcome));
 * }</pre>
 *
 * <p>Items are taken from the input one by one, as there is room for another call, so a million of
 * them never sit in memory. Their order is not kept. Each item that was taken has exactly one
 * {@link ItemOutcome}; those come one at a time, never two at once, on threads of the run.
 *
 * <p>An item that fails does not stop the run, unless the reason would befall all others too. An
 * interrupt of the calling thread and a passed deadline stop it: calls under way are ended, and
 * what became of them is told as well as it is known. The run returns its account in any case. What
 * the input or a listener throws ends the run in the same way and is thrown to the caller.
 *
 * <p>A run can be repeated without harm: what is done already is found to be so.
 */
public final class BulkMemberships {

  /** How many calls are under way at the same time unless told otherwise. */
  public static final int DEFAULT_CONCURRENCY = 8;

  private final MembershipClient client;
  private final BulkSettings settings;

  private BulkMemberships(MembershipClient client, BulkSettings settings) {
    this.client = client;
    this.settings = settings;
  }

  /**
   * Bulk runs over one client, at {@link CallPriority#BULK}: where calls have to wait, others of
   * the client pass them.
   *
   * @param client stays the caller's to close; its other options count for each call
   * @return runs with {@link #DEFAULT_CONCURRENCY}, no deadline and nobody told of progress
   */
  public static BulkMemberships of(MembershipClient client) {
    MembershipClient patient = client.with(client.options().withPriority(CallPriority.BULK));
    return new BulkMemberships(patient, BulkSettings.DEFAULTS);
  }

  /**
   * The same with another number of calls at a time. The client's rate limiter holds them back in
   * any case, so more than a few make no difference under a limit.
   *
   * @param calls 1 or more
   * @return new runs
   * @throws IllegalArgumentException if the number is less than 1
   */
  public BulkMemberships withConcurrency(int calls) {
    return new BulkMemberships(client, settings.withConcurrency(calls));
  }

  /**
   * The same with a time for the whole run.
   *
   * @param time positive
   * @return new runs
   * @throws IllegalArgumentException if the time is not positive
   */
  public BulkMemberships withDeadline(Duration time) {
    return new BulkMemberships(client, settings.withDeadline(time));
  }

  /**
   * The same with somebody who is told after each item how far the run has come.
   *
   * @param listener called one at a time, after the item's outcome was told
   * @return new runs
   */
  public BulkMemberships withProgress(Consumer<BulkProgress> listener) {
    return new BulkMemberships(client, settings.withProgress(listener));
  }

  /**
   * The same with the number of items that the input will have, for the time that is left.
   *
   * @param items zero or more
   * @return new runs
   */
  public BulkMemberships withExpectedItems(long items) {
    return new BulkMemberships(client, settings.withTotal(OptionalLong.of(items)));
  }

  /**
   * The same by another clock, for tests.
   *
   * @param time measures the run and its deadline
   * @return new runs
   */
  public BulkMemberships withTimeSource(TimeSource time) {
    return new BulkMemberships(client, settings.withTime(time));
  }

  /**
   * Makes sure that members are in groups. One request for each, where nothing goes wrong.
   *
   * @param items who shall be where; used by one thread at a time
   * @param outcomes told of each item
   * @return the account of the run
   */
  public BulkSummary add(Iterator<GroupMember> items, Consumer<ItemOutcome> outcomes) {
    return run(
        items,
        Function.identity(),
        item -> ItemResult.of(client.addMember(item.groupId(), item.memberId())),
        outcomes);
  }

  /**
   * Makes sure that members are not in groups. Two requests for each, a look-up and a removal;
   * where the memberships are known, {@link #removeMemberships} takes one.
   *
   * @param items who shall not be where; used by one thread at a time
   * @param outcomes told of each item
   * @return the account of the run
   */
  public BulkSummary remove(Iterator<GroupMember> items, Consumer<ItemOutcome> outcomes) {
    return run(
        items,
        Function.identity(),
        item -> ItemResult.of(client.ensureNotMember(item.groupId(), item.memberId())),
        outcomes);
  }

  /**
   * Makes sure that memberships are not there any more. One request for each.
   *
   * @param memberships what shall go, for example a listing; used by one thread at a time
   * @param outcomes told of each item
   * @return the account of the run
   */
  public BulkSummary removeMemberships(
      Iterator<Membership> memberships, Consumer<ItemOutcome> outcomes) {
    return run(
        memberships,
        GroupMember::of,
        membership -> ItemResult.of(client.removeMembership(membership.membershipId())),
        outcomes);
  }

  private <T> BulkSummary run(
      Iterator<T> items,
      Function<T, GroupMember> pair,
      Function<T, ItemResult> change,
      Consumer<ItemOutcome> outcomes) {
    Objects.requireNonNull(outcomes, "outcomes must not be null");
    Function<T, ItemOutcome> attempt = item -> outcome(pair.apply(item), item, change);
    return new BulkRun<>(settings, items, attempt, outcomes).run();
  }

  private static <T> ItemOutcome outcome(GroupMember pair, T item, Function<T, ItemResult> change) {
    try {
      return new ItemOutcome(pair, change.apply(item), null);
    } catch (RosterException failure) {
      return new ItemOutcome(pair, ItemResult.of(failure), failure);
    }
  }

  @Override
  public String toString() {
    return "BulkMemberships[%s, %s, %s]".formatted(client, settings, client.options());
  }
}
