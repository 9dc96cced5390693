package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Membership;
import dev.roster.Operation;
import dev.roster.RateLimiter;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.TimeSource;
import dev.roster.UserId;
import dev.roster.bulk.BulkEnd;
import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.BulkSummary;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemResult;
import dev.roster.query.AccessMatrix;
import dev.roster.query.AccessQueries;
import dev.roster.query.ListingSizes;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.Reconciler;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What an application keeps in its threads is there at every event, and its executor stays its. */
class GivenExecutorTest {

  private static final ThreadLocal<String> TRACE = new ThreadLocal<>();

  private final ExecutorService threads = Executors.newFixedThreadPool(4);
  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"));
  private final ThreadTraces traces = new ThreadTraces(TRACE);
  private final RosterClient client =
      RosterClient.builder(MemoryMemberships.driver(store))
          .rateLimiter(RateLimiter.adaptive(1e9))
          .settlingTime(Duration.ZERO)
          .listener(traces)
          .build();
  private final List<GroupId> groups = Stream.generate(store::addGroup).limit(4).toList();
  private final List<UserId> users = Stream.generate(store::addUser).limit(40).toList();

  @AfterEach
  void theExecutorIsStillInUseAndNoThreadOfItIsBusyOrInterrupted() throws Exception {
    TRACE.remove();
    client.close();
    assertThat(threads.submit(() -> Thread.currentThread().isInterrupted()).get()).isFalse();
    threads.shutdownNow();
  }

  /** Copies the trace of the thread that gives work to the thread that does it. */
  private Executor carrying() {
    return work -> {
      String trace = TRACE.get();
      threads.execute(
          () -> {
            TRACE.set(trace);
            try {
              work.run();
            } finally {
              TRACE.remove();
            }
          });
    };
  }

  /** Each way to make calls on other threads. */
  enum Way {
    BULK {
      @Override
      void make(RosterClient client, Executor executor, List<GroupId> groups, List<UserId> users) {
        bulk(client, executor).add(pairs(groups, users).iterator(), result -> {});
      }
    },
    RECONCILE {
      @Override
      void make(RosterClient client, Executor executor, List<GroupId> groups, List<UserId> users) {
        Reconciler reconciler = Reconciler.of(client).withExecutor(executor);
        ReconcilePlan plan = reconciler.plan(ReconcileMode.EXCLUSIVE, Map.of(groups.get(0), users));
        assertThat(reconciler.apply(plan).isComplete()).isTrue();
        assertThat(reconciler.changedSince(plan)).containsExactly(groups.get(0));
      }
    },
    QUERY {
      @Override
      void make(RosterClient client, Executor executor, List<GroupId> groups, List<UserId> users) {
        AccessQueries queries = AccessQueries.of(client).withExecutor(executor);
        AccessMatrix access = queries.ask(queries.plan(users, groups, ListingSizes.unknown()));
        assertThat(access.isMember(users.get(0), groups.get(0))).isFalse();
        assertThat(queries.listGroups(groups)).hasSize(4);
        assertThat(queries.listMembers(users)).hasSize(40);
      }
    },
    READ_AHEAD {
      @Override
      void make(RosterClient client, Executor executor, List<GroupId> groups, List<UserId> users) {
        users.forEach(user -> client.ensureMember(groups.get(0), user));
        assertThat(client.listMemberships(groups.get(0)).withPageSize(3).withReadAhead(executor))
            .hasSize(users.size());
      }
    },
    ASYNC {
      @Override
      void make(RosterClient client, Executor executor, List<GroupId> groups, List<UserId> users) {
        users.stream()
            .map(user -> client.async(executor).ensureMember(groups.get(0), user))
            .toList()
            .forEach(future -> future.join());
      }
    };

    abstract void make(
        RosterClient client, Executor executor, List<GroupId> groups, List<UserId> users);
  }

  private static BulkMemberships bulk(RosterClient client, Executor executor) {
    return BulkMemberships.of(client).withExecutor(executor);
  }

  private static List<GroupMember> pairs(List<GroupId> groups, List<UserId> users) {
    return groups.stream()
        .flatMap(group -> users.stream().map(user -> new GroupMember(group, user)))
        .toList();
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void theTraceIsThereAtEveryEvent(Way way) {
    TRACE.set("trace-1");
    way.make(client, carrying(), groups, users);
    assertThat(traces.seen).isNotEmpty().containsOnly("trace-1");
    assertThat(traces.threads).noneMatch(name -> name.startsWith("roster-"));
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"BULK", "RECONCILE", "QUERY", "READ_AHEAD"})
  void anExecutorThatNeverBeginsAnythingStopsNothing(Way way) {
    way.make(client, work -> {}, groups, users);
    assertThat(traces.threads).containsOnly(Thread.currentThread().getName());
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void anExecutorThatRunsEverythingOnTheCallingThreadDoes(Way way) {
    way.make(client, Runnable::run, groups, users);
    assertThat(traces.threads).containsOnly(Thread.currentThread().getName());
  }

  @ParameterizedTest
  @EnumSource(
      value = Way.class,
      names = {"BULK", "RECONCILE", "QUERY", "READ_AHEAD"})
  void theOnlyThreadOfAnExecutorCanMakeManyCallsOnThatExecutor(Way way) throws Exception {
    ExecutorService one = Executors.newSingleThreadExecutor();
    try {
      one.submit(() -> way.make(client, one, groups, users)).get();
      assertThat(store.requests().total()).isPositive();
    } finally {
      one.shutdownNow();
    }
  }

  @Test
  void aRunWithinAnotherOnTheSameExecutorEnds() {
    List<GroupMember> inner = pairs(groups.subList(1, 2), users);
    AtomicInteger innerTaken = new AtomicInteger();
    BulkMemberships bulk = bulk(client, threads);
    BulkSummary outer =
        bulk.add(
            pairs(groups.subList(0, 1), users).iterator(),
            result -> innerTaken.addAndGet((int) bulk.add(inner.iterator(), each -> {}).taken()));
    assertThat(outer.taken()).isEqualTo(40);
    assertThat(innerTaken).hasValue(40 * 40);
  }

  @Test
  void theThreadsOfTheExecutorAndTheCallingOneMakeCallsAtTheSameTime() throws Exception {
    store.faults().on(Operation.CREATE_MEMBERSHIP).times(3, Fault.of(FaultKind.RESPONSE_DELAYED));
    List<ItemResult> results = new ArrayList<>();
    Thread releasing = onceThreeAreHeld(store.faults()::release);
    bulk(client, threads).withConcurrency(3).add(pairs(groups, users).iterator(), results::add);
    releasing.join();
    assertThat(results).hasSize(160);
    assertThat(traces.threads.stream().distinct()).hasSize(3);
  }

  private void holdResponses(Operation operation) {
    store.faults().on(operation).always(Fault.of(FaultKind.RESPONSE_DELAYED));
  }

  private Thread onceThreeAreHeld(Runnable action) {
    Thread thread =
        new Thread(
            () -> {
              awaitHeld(3);
              action.run();
            });
    thread.start();
    return thread;
  }

  @Test
  void anExecutorThatRejectsEndsABulkRunWithAnExactAccount() {
    RejectedExecutionException full = new RejectedExecutionException("full");
    List<ItemResult> results = new ArrayList<>();
    assertThatThrownBy(
            () -> bulk(client, rejecting(full)).add(pairs(groups, users).iterator(), results::add))
        .isSameAs(full);
    assertThat(results).hasSize(1).allMatch(result -> result.status().isDone());
    assertThat(store.membershipCount()).isEqualTo(1);
  }

  @Test
  void anExecutorThatRejectsIsAFailureOfAReconcilerAndOfAQuery() {
    RejectedExecutionException full = new RejectedExecutionException("full");
    assertThatThrownBy(
            () -> AccessQueries.of(client).withExecutor(rejecting(full)).listGroups(groups))
        .isSameAs(full);
    Map<GroupId, List<UserId>> desired = Map.of(groups.get(0), users, groups.get(1), users);
    assertThatThrownBy(
            () ->
                Reconciler.of(client)
                    .withExecutor(rejecting(full))
                    .plan(ReconcileMode.ADDITIVE, desired))
        .isSameAs(full);
  }

  private static Executor rejecting(RejectedExecutionException full) {
    return work -> {
      throw full;
    };
  }

  @Test
  void anExecutorThatRejectsOnlyMakesAListingReadItsPagesItself() {
    users.forEach(user -> client.ensureMember(groups.get(0), user));
    Executor full = rejecting(new RejectedExecutionException("full"));
    List<Membership> read =
        client.listMemberships(groups.get(0)).withPageSize(7).withReadAhead(full).stream().toList();
    assertThat(read).hasSize(40);
  }

  @Test
  void aDeadlineEndsTheCallsOfAllThreadsAndLeavesNoFlag() throws Exception {
    holdResponses(Operation.CREATE_MEMBERSHIP);
    List<ItemResult> results = new ArrayList<>();
    BulkSummary summary =
        bulk(client, threads)
            .withConcurrency(3)
            .withDeadline(Duration.ofMinutes(1))
            .withTimeSource(passingOnceThreeAreHeld())
            .add(pairs(groups, users).iterator(), results::add);
    assertThat(summary.end()).isEqualTo(BulkEnd.DEADLINE_PASSED);
    assertThat(results).hasSize(3);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  /** A clock whose wait for the end of the run is over when calls are under way. */
  private TimeSource passingOnceThreeAreHeld() {
    return new TimeSource() {
      @Override
      public long nanoTime() {
        return 0;
      }

      @Override
      public boolean await(CountDownLatch end, Duration duration) {
        awaitHeld(3);
        return false;
      }
    };
  }

  @Test
  void anInterruptOfTheCallingThreadEndsTheRunAndKeepsItsFlag() throws Exception {
    holdResponses(Operation.CREATE_MEMBERSHIP);
    List<ItemResult> results = new ArrayList<>();
    Thread interrupting = onceThreeAreHeld(Thread.currentThread()::interrupt);
    BulkSummary summary =
        bulk(client, threads).withConcurrency(3).add(pairs(groups, users).iterator(), results::add);
    assertThat(Thread.interrupted()).isTrue();
    interrupting.join();
    assertThat(summary.end()).isEqualTo(BulkEnd.INTERRUPTED);
    assertThat(results).hasSize(3);
  }

  @Test
  void anInterruptOfTheCallingThreadEndsAQueryAndKeepsItsFlag() throws Exception {
    holdResponses(Operation.LIST_MEMBERSHIPS);
    Thread interrupting = onceThreeAreHeld(Thread.currentThread()::interrupt);
    assertThatThrownBy(
            () ->
                AccessQueries.of(client)
                    .withExecutor(threads)
                    .withConcurrency(3)
                    .listGroups(groups))
        .isInstanceOf(RosterException.class);
    assertThat(Thread.interrupted()).isTrue();
    interrupting.join();
  }

  private void awaitHeld(int responses) {
    try {
      assertThat(store.faults().awaitHeld(responses, Duration.ofSeconds(30))).isTrue();
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  @Test
  void anExecutorThatIsShutDownUnderARunEndsItAndGetsItsInterruptBack() throws Exception {
    holdResponses(Operation.CREATE_MEMBERSHIP);
    ExecutorService ending = Executors.newFixedThreadPool(2);
    List<Boolean> flags = Collections.synchronizedList(new ArrayList<>());
    Executor noting =
        work ->
            ending.execute(
                () -> {
                  work.run();
                  flags.add(Thread.currentThread().isInterrupted());
                });
    List<ItemResult> results = new ArrayList<>();
    Thread shuttingDown = onceThreeAreHeld(ending::shutdownNow);
    BulkSummary summary =
        bulk(client, noting).withConcurrency(3).add(pairs(groups, users).iterator(), results::add);
    shuttingDown.join();
    assertThat(ending.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(summary.end()).isEqualTo(BulkEnd.INTERRUPTED);
    assertThat(results).hasSize(3);
    assertThat(flags).contains(true);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
