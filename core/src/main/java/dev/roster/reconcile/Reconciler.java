package dev.roster.reconcile;

import dev.roster.CallPriority;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.ThreadContext;
import dev.roster.TimeSource;
import dev.roster.bulk.BulkEnd;
import dev.roster.bulk.BulkMemberships;
import dev.roster.internal.concurrent.Concurrency;
import dev.roster.internal.plan.MembershipFingerprint;
import dev.roster.internal.reconcile.GroupReading;
import dev.roster.internal.reconcile.GroupRefresh;
import dev.roster.internal.reconcile.PlanRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Makes the members of groups equal to those of a list, or has groups at least include them, in two
 * steps: {@link #plan} reads, {@link #apply} changes. Immutable and thread-safe; it has nothing to
 * close.
 *
 * <pre>{@code
 * Reconciler reconciler = Reconciler.of(client);
 * ReconcilePlan plan = reconciler.plan(ReconcileMode.EXCLUSIVE, desired);
 * System.out.println(plan.toText());
 * ReconcileReport report = reconciler.apply(plan);
 * System.out.println(report);
 * }</pre>
 *
 * <p>Reading takes one call for each page of a group's listing, and carrying out one for each
 * change or for as many members of a group as the service takes: {@link
 * ReconcilePlan#expectedRequests}. The listing gives the membership ids that removals need. Where a
 * few members are to be added to large groups and no plan needs to be seen, {@link
 * BulkMemberships#add} needs no listing at all.
 *
 * <p>A plan can be carried out later, elsewhere, in part, or twice. What is made already, by
 * whomever, is found to be so and reported; a run that was ended is finished by another of the same
 * plan.
 */
public final class Reconciler {

  private final RosterClient client;
  private final BulkMemberships bulk;
  private final Concurrency concurrency;
  private final @Nullable Duration deadline;
  private final RemovalGuard guard;
  private final Consumer<ReconcileProgress> progress;
  private final @Nullable Consumer<ChangeOutcome> outcomes;

  private Reconciler(
      RosterClient client,
      BulkMemberships bulk,
      Concurrency concurrency,
      @Nullable Duration deadline,
      RemovalGuard guard,
      Consumer<ReconcileProgress> progress,
      @Nullable Consumer<ChangeOutcome> outcomes) {
    this.client = client;
    this.bulk = bulk;
    this.concurrency = concurrency;
    this.deadline = deadline;
    this.guard = guard;
    this.progress = progress;
    this.outcomes = outcomes;
  }

  /**
   * Reconciles over one client, at {@link CallPriority#BULK}: where calls have to wait, others of
   * the client pass them.
   *
   * @param client stays the caller's to close; its other options count for each call, but for the
   *     page size: listings are read whole, in the fewest calls
   * @return with {@link BulkMemberships#DEFAULT_CONCURRENCY}, {@link RemovalGuard#defaults()}, no
   *     deadline and no listener for progress
   */
  public static Reconciler of(RosterClient client) {
    return new Reconciler(
        inBulk(client),
        BulkMemberships.of(client),
        Concurrency.ownThreads("roster-reconcile", BulkMemberships.DEFAULT_CONCURRENCY)
            .within(work -> ThreadContext.of(client).around(work)),
        null,
        RemovalGuard.defaults(),
        any -> {},
        null);
  }

  private static RosterClient inBulk(RosterClient client) {
    return client.with(
        client.options().withPriority(CallPriority.BULK).withPageSize(Integer.MAX_VALUE));
  }

  /**
   * The same with another number of calls at a time.
   *
   * @param calls 1 or more
   * @return a new one
   * @throws IllegalArgumentException if the number is less than 1
   */
  public Reconciler withConcurrency(int calls) {
    return new Reconciler(
        client,
        bulk.withConcurrency(calls),
        concurrency.withCalls(calls),
        deadline,
        guard,
        progress,
        outcomes);
  }

  /**
   * The same on the threads of an application, in {@link #plan}, {@link #changedSince} and {@link
   * #apply}. The calling thread makes calls as well, so an executor of few threads is enough.
   * {@link BulkMemberships#withExecutor} says what happens when the executor rejects a thread;
   * where groups are read, it is thrown when the other calls have ended.
   *
   * @param executor never shut down, and not used after the method has returned
   * @return a new one
   */
  public Reconciler withExecutor(Executor executor) {
    return new Reconciler(
        client,
        bulk.withExecutor(executor),
        concurrency.on(executor),
        deadline,
        guard,
        progress,
        outcomes);
  }

  /**
   * The same with a time for {@link #apply}; what only reads has the deadline of each call. When it
   * has passed, calls under way are ended, and the report says what is left.
   *
   * @param time positive
   * @return a new one
   * @throws IllegalArgumentException if the time is not positive
   */
  public Reconciler withDeadline(Duration time) {
    return new Reconciler(
        client, bulk.withDeadline(time), concurrency, time, guard, progress, outcomes);
  }

  /**
   * The same with another guard against plans that remove too much.
   *
   * @param removals what a plan may remove
   * @return a new one
   */
  public Reconciler withGuard(RemovalGuard removals) {
    Objects.requireNonNull(removals, "guard must not be null");
    return new Reconciler(client, bulk, concurrency, deadline, removals, progress, outcomes);
  }

  /**
   * The same with a listener that is notified after each change of how far {@link #apply} has come.
   *
   * @param listener called one at a time, on threads of the run
   * @return a new one
   */
  public Reconciler withProgress(Consumer<ReconcileProgress> listener) {
    Objects.requireNonNull(listener, "listener must not be null");
    return new Reconciler(client, bulk, concurrency, deadline, guard, listener, outcomes);
  }

  /**
   * The same with a listener that is notified of what each change came to, as it happens. It is for
   * what must not be lost when the process dies, such as an audit: {@link #apply} then makes one
   * call at a time for each group, and the next one begins when the listener has returned for every
   * change of the one before. The groups take turns, so that the calls of several groups are still
   * under way at the same time.
   *
   * @param listener called one at a time, on threads of the run; what it throws ends the run, and
   *     is thrown to the caller when the calls under way have ended
   * @return a new one
   */
  public Reconciler withOutcomes(Consumer<ChangeOutcome> listener) {
    Objects.requireNonNull(listener, "listener must not be null");
    return new Reconciler(client, bulk, concurrency, deadline, guard, progress, listener);
  }

  /**
   * The same by another clock, for tests.
   *
   * @param time measures {@link #apply} and its deadline
   * @return a new one
   */
  public Reconciler withTimeSource(TimeSource time) {
    return new Reconciler(
        client, bulk.withTimeSource(time), concurrency, deadline, guard, progress, outcomes);
  }

  /**
   * Reads groups and finds what it takes for each to have its desired members. Changes nothing. A
   * listing is compared as it is read, so that of a large group only the differences are held.
   *
   * @param mode what happens to members who are not desired; there is no default on purpose
   * @param desired who is to be in which group; repeated members count once, and no members at all
   *     are none, not "as it is"
   * @return the differences, group by group in the order of the map
   * @throws RosterException as {@link RosterClient#listMemberships}, for the first group that
   *     fails: there are no half plans
   */
  public ReconcilePlan plan(
      ReconcileMode mode, Map<GroupId, ? extends Collection<? extends MemberId>> desired) {
    Objects.requireNonNull(mode, "mode must not be null");
    Map<GroupId, List<MemberId>> copy = new LinkedHashMap<>();
    desired.forEach((group, members) -> copy.put(group, List.copyOf(members)));
    IdentityStoreId store = client.identityStoreId();
    Map<GroupId, GroupChanges> changes = new ConcurrentHashMap<>();
    read(
        copy,
        (group, members) -> {
          GroupReading reading = new GroupReading(store, group, mode, members, client::canonicalId);
          changes.put(group, reading.compare(client.listMemberships(group)));
        });
    return new ReconcilePlan(client.provider(), store, mode, ordered(copy, changes));
  }

  private static List<GroupChanges> ordered(
      Map<GroupId, ?> groups, Map<GroupId, GroupChanges> changes) {
    return groups.keySet().stream()
        .map(group -> Objects.requireNonNull(changes.get(group), "every group was read"))
        .toList();
  }

  /**
   * Reads one group, as {@link #plan(ReconcileMode, Map)}.
   *
   * @param mode what happens to members who are not desired
   * @param group the group
   * @param desired who is to be in it
   * @return the differences
   * @throws RosterException as {@link RosterClient#listMemberships}
   */
  public ReconcilePlan plan(
      ReconcileMode mode, GroupId group, Collection<? extends MemberId> desired) {
    return plan(mode, Map.of(group, desired));
  }

  /**
   * Reads the groups of a plan again and finds those that are not as they were when it was made.
   * {@link #apply} by itself notices only what concerns the changes of the plan; this notices every
   * membership that came or went, for one call for each hundred members.
   *
   * @param plan a plan of this store
   * @return the groups that have changed, in the order of the plan; unmodifiable
   * @throws IllegalArgumentException if the plan is of another provider or store
   * @throws RosterException as {@link RosterClient#listMemberships}, for the first group that fails
   */
  public Set<GroupId> changedSince(ReconcilePlan plan) {
    refuseForeign(plan);
    Map<GroupId, String> fingerprints = new LinkedHashMap<>();
    plan.groups().forEach(group -> fingerprints.put(group.groupId(), group.fingerprint()));
    Set<GroupId> unchanged = ConcurrentHashMap.newKeySet();
    read(
        fingerprints,
        (group, before) -> {
          if (before.equals(MembershipFingerprint.of(client.listMemberships(group)))) {
            unchanged.add(group);
          }
        });
    Set<GroupId> changed = new LinkedHashSet<>(fingerprints.keySet());
    changed.removeAll(unchanged);
    return Collections.unmodifiableSet(changed);
  }

  /**
   * Reads the groups of a reviewed plan again and takes out of the plan what is made already,
   * whoever made it. Adds nothing to it. One call for each hundred members.
   *
   * @param plan a plan of this store
   * @return what is left, and the groups in which something else changed than the plan says
   * @throws IllegalArgumentException if the plan is of another provider or store
   * @throws RosterException as {@link RosterClient#listMemberships}, for the first group that fails
   */
  public RefreshedPlan refresh(ReconcilePlan plan) {
    refuseForeign(plan);
    Map<GroupId, GroupRefresh> groups = new LinkedHashMap<>();
    plan.groups()
        .forEach(
            group -> groups.put(group.groupId(), new GroupRefresh(group, client::canonicalId)));
    read(groups, (group, refresh) -> refresh.read(client.listMemberships(group)));
    Set<GroupId> changed = new LinkedHashSet<>(groups.keySet());
    changed.removeIf(group -> !Objects.requireNonNull(groups.get(group)).isChangedElsewhere());
    List<GroupChanges> rest = groups.values().stream().map(GroupRefresh::rest).toList();
    return new RefreshedPlan(
        plan,
        new ReconcilePlan(plan.provider(), plan.identityStoreId(), plan.mode(), rest),
        changed);
  }

  /**
   * Carries a plan out: the additions first, in all groups, then the removals. What fails does not
   * stop the rest, unless the reason would hit all others too. An interrupt of the calling thread
   * and a passed deadline end it; the report comes in any case, and removals are not begun when the
   * additions were ended early.
   *
   * @param plan a plan of this store
   * @return what became of each change
   * @throws RemovalsRefusedException if the plan removes more than the guard allows; nothing was
   *     sent
   * @throws IllegalArgumentException if the plan is of another provider or store; nothing was sent
   */
  public ReconcileReport apply(ReconcilePlan plan) {
    refuseForeign(plan);
    guard.check(plan);
    PlanRun run = notBegun(plan);
    BulkEnd end = run.run();
    return new ReconcileReport(plan, end, run.added(), run.removed());
  }

  private PlanRun notBegun(ReconcilePlan plan) {
    PlanRun run =
        new PlanRun(
            plan,
            bulk,
            deadline,
            (additions, removals) -> progress.accept(new ReconcileProgress(additions, removals)));
    Consumer<ChangeOutcome> listener = outcomes;
    return listener == null
        ? run
        : run.inTurns(
            client.traits().membersPerWrite(),
            (kind, result) -> listener.accept(ChangeOutcome.of(kind, result)));
  }

  private void refuseForeign(ReconcilePlan plan) {
    if (!plan.provider().equals(client.provider())
        || !plan.identityStoreId().equals(client.identityStoreId())) {
      throw new IllegalArgumentException(
          "the plan is for %s://%s, but this is %s"
              .formatted(plan.provider(), plan.identityStoreId(), client));
    }
  }

  private <T> void read(Map<GroupId, T> groups, BiConsumer<GroupId, T> reading) {
    List<Runnable> calls = new ArrayList<>();
    groups.forEach((group, known) -> calls.add(() -> reading.accept(group, known)));
    concurrency.run(calls);
  }

  @Override
  public String toString() {
    return "Reconciler[%s, concurrency=%d, deadline=%s, %s]"
        .formatted(client, concurrency.calls(), deadline, guard);
  }
}
