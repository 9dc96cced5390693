package dev.roster.bulk;

import dev.roster.CallPriority;
import dev.roster.GroupId;
import dev.roster.MemberBatches;
import dev.roster.MemberId;
import dev.roster.MemberResult;
import dev.roster.Membership;
import dev.roster.Pager;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.ThreadContext;
import dev.roster.TimeSource;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * Adds or removes any number of members, with a few calls at a time. Immutable and thread-safe; it
 * has nothing to close.
 *
 * <pre>{@code
 * BulkSummary summary =
 *     BulkMemberships.of(client)
 *         .withProgress(progress -> System.out.println(progress))
 *         .add(pairs.iterator(), result -> System.out.println(result));
 * }</pre>
 *
 * <p>Items are taken from the input one by one, as there is room for another call, so a million of
 * them never sit in memory. Their order is not kept. Each item that was taken has exactly one
 * {@link ItemResult}; those come one at a time, never two at once, on threads of the run.
 *
 * <p>Where the service takes several members in a request ({@link MemberBatches#largest}), items of
 * the same group that follow each other are changed together, so that many are read before the
 * first of them is sent. Input that is sorted by group takes the fewest requests.
 *
 * <p>An item that fails does not stop the run, unless the reason would hit all others too, or many
 * fail {@linkplain #withMaxFailuresInARow in a row}. An interrupt of the calling thread and a
 * passed deadline stop it: calls under way, and a read of the input that can be interrupted, are
 * ended, and what became of the calls is reported as well as it is known. The run returns its
 * account in any case; a thread that is interrupted already sends nothing.
 *
 * <p>What the input or a listener throws, a null item included, stops the run as well, and is
 * thrown to the caller when the calls under way have ended and the listener was notified of their
 * results. So is an error of the platform, such as one for want of threads; where it comes out of a
 * call, an item of that call has a result only if it was known before what became of it. No thread
 * of a run is left when it returns or throws.
 *
 * <p>A run can be made again without harm: what is done already is found to be so.
 */
public final class BulkMemberships {

  /** How many calls are under way at the same time unless set otherwise. */
  public static final int DEFAULT_CONCURRENCY = 8;

  /** After how many failures in a row a run ends unless set otherwise. */
  public static final long DEFAULT_MAX_FAILURES_IN_A_ROW = 100;

  private final RosterClient client;
  private final MemberBatches batches;
  private final BulkSettings settings;

  private BulkMemberships(RosterClient client, MemberBatches batches, BulkSettings settings) {
    this.client = client;
    this.batches = batches;
    this.settings = settings;
  }

  /**
   * Bulk runs over one client, at {@link CallPriority#BULK}: where calls have to wait, others of
   * the client pass them.
   *
   * @param client stays the caller's to close; its other options count for each call
   * @return runs with {@link #DEFAULT_CONCURRENCY}, {@link #DEFAULT_MAX_FAILURES_IN_A_ROW}, no
   *     deadline but that of each call, and no listener for progress
   */
  public static BulkMemberships of(RosterClient client) {
    RosterClient patient = client.with(client.options().withPriority(CallPriority.BULK));
    BulkSettings settings =
        BulkSettings.DEFAULTS.withConcurrency(
            BulkSettings.DEFAULTS
                .concurrency()
                .within(work -> ThreadContext.of(patient).around(work)));
    return new BulkMemberships(patient, MemberBatches.of(patient), settings);
  }

  /**
   * The same with another number of calls at a time. The client's rate limiter holds them back in
   * any case, so more than a few make no difference under a limit.
   *
   * <p>Each call takes a thread. Threads are started as items come: as many as there are items at
   * the most, and one to read the next where {@link #withExpectedItems} does not say that there is
   * none.
   *
   * @param calls 1 or more
   * @return new runs
   * @throws IllegalArgumentException if the number is less than 1
   */
  public BulkMemberships withConcurrency(int calls) {
    return new BulkMemberships(
        client, batches, settings.withConcurrency(settings.concurrency().withCalls(calls)));
  }

  /**
   * The same on the threads of an application, for example so that the context of a trace or of
   * logging goes along. The calling thread makes calls as well, and the executor's threads help it:
   * as many as {@link #withConcurrency} allows, the calling thread included. So a run ends with an
   * executor of few threads too, and on a thread of the executor itself. Listeners are notified on
   * any of these threads.
   *
   * <p>An executor that rejects a thread ends the run: no other item is taken, those that were
   * taken are changed and reported, and what the executor threw is thrown to the caller. An
   * interrupt of a thread of the executor ends the run as one of the calling thread does. It can
   * reach a listener, if the thread is notifying one.
   *
   * @param executor never shut down by a run, and not used after it
   * @return new runs
   */
  public BulkMemberships withExecutor(Executor executor) {
    return new BulkMemberships(
        client, batches, settings.withConcurrency(settings.concurrency().on(executor)));
  }

  /**
   * The same with a time for the whole run. Each call has a deadline of its own besides, which the
   * client's options set.
   *
   * @param time positive
   * @return new runs
   * @throws IllegalArgumentException if the time is not positive
   */
  public BulkMemberships withDeadline(Duration time) {
    return new BulkMemberships(client, batches, settings.withDeadline(time));
  }

  /**
   * The same with another patience. A refused permission, a quota, or a service that does not
   * respond or only throttles, can be about one group or about everything; where so many items in a
   * row fail for such reasons, the run ends with {@link BulkEnd#TOO_MANY_FAILURES}. What is about
   * the item, such as a missing group, does not count, and begins a new row as a success does. A
   * request for several items that fails as a whole counts once.
   *
   * @param failures 1 or more; {@link Long#MAX_VALUE} never ends a run
   * @return new runs
   * @throws IllegalArgumentException if the number is less than 1
   */
  public BulkMemberships withMaxFailuresInARow(long failures) {
    return new BulkMemberships(client, batches, settings.withMaxFailuresInARow(failures));
  }

  /**
   * The same with a listener that is notified after each item of how far the run has come.
   *
   * @param listener called one at a time, after the listener of results
   * @return new runs
   */
  public BulkMemberships withProgress(Consumer<BulkProgress> listener) {
    return new BulkMemberships(client, batches, settings.withProgress(listener));
  }

  /**
   * The same with the number of items that the input will have, for the time that is left. A wrong
   * number changes nothing about which items are taken.
   *
   * @param items zero or more
   * @return new runs
   * @throws IllegalArgumentException if the number is negative
   */
  public BulkMemberships withExpectedItems(long items) {
    return new BulkMemberships(client, batches, settings.withTotal(items));
  }

  /**
   * The same with sizes of groups, as {@link MemberBatches#withGroupSizes}: where a response is
   * lost, they decide how it is read what became of its members.
   *
   * @param members how many members groups have, as far as it is known
   * @return new runs
   */
  public BulkMemberships withGroupSizes(Map<GroupId, Long> members) {
    return new BulkMemberships(client, batches.withGroupSizes(members), settings);
  }

  /**
   * The same with one call at a time for each group: the next one begins when the listener of
   * results has returned for every item of the one before. What a listener writes down is complete,
   * for each group, but for the call under way. A group whose turn has not come holds up the items
   * behind it in the input, so input in which the groups take turns is the fastest. Items whose
   * call has not begun when the run is stopped are not begun and have no result.
   *
   * @return new runs
   */
  public BulkMemberships withOneCallPerGroup() {
    return new BulkMemberships(client, batches, settings.withOneCallPerGroup());
  }

  /**
   * The same by another clock, for tests.
   *
   * @param time measures the run and its deadline
   * @return new runs
   */
  public BulkMemberships withTimeSource(TimeSource time) {
    return new BulkMemberships(client, batches, settings.withTime(time));
  }

  /**
   * Makes sure that members are in groups. One request for each where nothing goes wrong, or for as
   * many as the service takes.
   *
   * @param items who is to be where; used by one thread at a time
   * @param results notified of each item
   * @return the account of the run
   */
  public BulkSummary add(Iterator<GroupMember> items, Consumer<ItemResult> results) {
    return run(
        items,
        Function.identity(),
        item -> ItemStatus.of(client.ensureMember(item.groupId(), item.memberId()).presence()),
        this::add,
        results);
  }

  /**
   * Makes sure that members are not in groups. Two requests for each, a look-up and a removal;
   * where the memberships are known, {@link #removeMemberships} takes one. One for as many as the
   * service takes, where it takes several.
   *
   * @param items who is not to be where; used by one thread at a time
   * @param results notified of each item
   * @return the account of the run
   */
  public BulkSummary remove(Iterator<GroupMember> items, Consumer<ItemResult> results) {
    return run(
        items,
        Function.identity(),
        item -> ItemStatus.of(client.ensureNotMember(item.groupId(), item.memberId())),
        this::remove,
        results);
  }

  /**
   * Makes sure that memberships are not there any more. One request for each; where the service
   * takes several members in a request, one for each so many, which removes the members whatever
   * their memberships' ids are by then.
   *
   * @param memberships what is to go; used by one thread at a time. A listing is better read to its
   *     end before: a service need not list well what changes under it
   * @param results notified of each item
   * @return the account of the run
   */
  public BulkSummary removeMemberships(
      Iterator<Membership> memberships, Consumer<ItemResult> results) {
    return run(
        memberships,
        GroupMember::of,
        membership -> ItemStatus.of(client.ensureDeleted(membership.membershipId())),
        this::remove,
        results);
  }

  /**
   * Makes sure that a member is in no group of the store. The member's groups are listed to their
   * end, then one request removes each membership; {@code ListingSizes.callsToRemove} says how many
   * calls that is. A membership that another client makes meanwhile is not seen; run again to be
   * sure.
   *
   * @param member who is to be in no group
   * @param results notified of each membership
   * @return the account of the run; nothing taken where the member was in no group
   * @throws RosterException as {@link RosterClient#listMembershipsForMember}; nothing was changed
   */
  public BulkSummary removeFromAllGroups(MemberId member, Consumer<ItemResult> results) {
    Pager<Membership> listing = fullPages().listMembershipsForMember(member);
    Iterator<Membership> listed =
        Stream.of(listing).flatMap(pager -> pager.stream().toList().stream()).iterator();
    return removeMemberships(listed, results);
  }

  private RosterClient fullPages() {
    return client.with(client.options().withPageSize(Integer.MAX_VALUE));
  }

  /** Changes several members of one group, and adds what is known of them. */
  @FunctionalInterface
  private interface GroupChange {
    void make(GroupId group, List<MemberId> members, List<ItemResult> known);
  }

  private void add(GroupId group, List<MemberId> members, List<ItemResult> known) {
    batches.ensureMembers(
        group, members, results -> known.addAll(items(group, results, ItemStatus::of)));
  }

  private void remove(GroupId group, List<MemberId> members, List<ItemResult> known) {
    batches.ensureNotMembers(
        group, members, results -> known.addAll(items(group, results, ItemStatus::of)));
  }

  private static <S> List<ItemResult> items(
      GroupId group, List<MemberResult<S>> results, Function<S, ItemStatus> statusOf) {
    return results.stream().map(result -> ItemResult.of(group, result, statusOf)).toList();
  }

  private <T> BulkSummary run(
      Iterator<T> items,
      Function<T, GroupMember> pair,
      Function<T, ItemStatus> change,
      GroupChange changeSeveral,
      Consumer<ItemResult> results) {
    Objects.requireNonNull(results, "results must not be null");
    BiConsumer<List<T>, List<ItemResult>> attempt =
        (batch, known) -> {
          GroupMember first = pair.apply(batch.get(0));
          if (batch.size() == 1) {
            known.add(result(first, batch.get(0), change));
          } else {
            changeSeveral.make(
                first.groupId(),
                batch.stream().map(pair).map(GroupMember::memberId).toList(),
                known);
          }
        };
    ItemBatches<T> input = new ItemBatches<>(items, batches.largest(), pair);
    return new BulkRun<>(settings, input, attempt, results).run();
  }

  private static <T> ItemResult result(GroupMember pair, T item, Function<T, ItemStatus> change) {
    try {
      return new ItemResult(pair, change.apply(item), null);
    } catch (RosterException failure) {
      return new ItemResult(pair, ItemStatus.of(failure), failure);
    }
  }

  @Override
  public String toString() {
    return "BulkMemberships[%s, %s, %s]".formatted(client, settings, client.options());
  }
}
