package dev.roster.memory;

import static dev.roster.bulk.ItemStatus.ALREADY_ABSENT;
import static dev.roster.bulk.ItemStatus.ALREADY_PRESENT;
import static dev.roster.bulk.ItemStatus.CREATED;
import static dev.roster.bulk.ItemStatus.FAILED;
import static dev.roster.bulk.ItemStatus.PRESENT_MAKER_UNKNOWN;
import static dev.roster.bulk.ItemStatus.REMOVED;
import static dev.roster.bulk.ItemStatus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.roster.CallOptions;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Operation;
import dev.roster.RateLimiter;
import dev.roster.RosterClient;
import dev.roster.UserId;
import dev.roster.bulk.BulkEnd;
import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.BulkProgress;
import dev.roster.bulk.BulkSummary;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemResult;
import dev.roster.query.AccessQueries;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many changes at once: as few requests as can be, and an account of every item. */
class BulkMembershipsTest {

  /** Each of several threads that wait at the end can turn the clock a little. */
  private static final Duration ENDED_WITHIN = Duration.ofMinutes(10).plusMillis(1);

  /** A known limit that is never reached: nothing waits for its turn while the clock stands. */
  private static final double NO_LIMIT = 1e9;

  private final ManualTime time = new ManualTime();
  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"), time);
  private final RosterClient client =
      RosterClient.builder(MemoryMemberships.driver(store))
          .timeSource(time)
          .rateLimiter(RateLimiter.adaptive(NO_LIMIT))
          .build();
  private final BulkMemberships bulk = BulkMemberships.of(client);
  private final GroupId group = store.addGroup();
  private final List<ItemResult> outcomes = new ArrayList<>();

  @AfterEach
  void noThreadIsLeft() {
    client.close();
    assertThat(Thread.getAllStackTraces().keySet())
        .extracting(Thread::getName)
        .noneMatch(name -> name.startsWith("roster-bulk"));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8, 50})
  void addingTakesOneRequestForEachItemWhetherOrNotItIsThere(int concurrency) {
    List<GroupMember> pairs = pairs(40);
    pairs.subList(0, 10).forEach(pair -> store.createMembership(group, pair.memberId()));

    BulkSummary summary = bulk.withConcurrency(concurrency).add(pairs.iterator(), outcomes::add);

    assertThat(summary.isComplete()).isTrue();
    assertThat(summary.count(CREATED)).isEqualTo(30);
    assertThat(summary.count(ALREADY_PRESENT)).isEqualTo(10);
    assertThat(outcomes).extracting(ItemResult::item).containsExactlyInAnyOrderElementsOf(pairs);
    assertThat(store.requests().of(Operation.CREATE_MEMBERSHIP)).isEqualTo(40);
    assertThat(store.requests().total()).isEqualTo(40);
    assertThat(store.membershipCount()).isEqualTo(40);
  }

  @Test
  void theWorkGivesWayToOtherCallsAndKeepsTheClientsOtherOptions() {
    CallOptions options = CallOptions.defaults().withPageSize(7);

    assertThat(BulkMemberships.of(client.with(options)).toString())
        .contains("priority=BULK", "pageSize=7");
    assertThat(
            AccessQueries.of(client.with(options.withDeadline(Duration.ofSeconds(9)))).toString())
        .contains("priority=BULK", "deadline=PT9S", "pageSize=" + Integer.MAX_VALUE);
  }

  @Test
  void removingPairsLooksEachUpAndRemovesWhatIsThere() {
    List<GroupMember> pairs = pairs(10);
    pairs.subList(0, 6).forEach(pair -> store.createMembership(group, pair.memberId()));

    BulkSummary summary = bulk.remove(pairs.iterator(), outcomes::add);

    assertThat(summary.count(REMOVED)).isEqualTo(6);
    assertThat(summary.count(ALREADY_ABSENT)).isEqualTo(4);
    assertThat(store.requests().total()).isEqualTo(16);
  }

  @Test
  void removingWhatAListingGaveTakesOneRequestForEach() {
    pairs(250).forEach(pair -> store.createMembership(group, pair.memberId()));

    BulkSummary summary =
        bulk.removeMemberships(client.listMemberships(group).iterator(), outcomes::add);

    assertThat(summary.count(REMOVED)).isEqualTo(250);
    assertThat(store.requests().of(Operation.LIST_MEMBERSHIPS)).isEqualTo(3);
    assertThat(store.requests().total()).isEqualTo(253);
    assertThat(store.membershipCount()).isZero();
  }

  @Test
  void aRepeatedRunFindsEverythingDone() {
    List<GroupMember> pairs = pairs(20);
    bulk.add(pairs.iterator(), outcomes::add);

    BulkSummary again = bulk.add(pairs.iterator(), outcomes::add);

    assertThat(again.count(ALREADY_PRESENT)).isEqualTo(20);
    assertThat(again.isComplete()).isTrue();
  }

  @Test
  void noMoreIsTakenFromTheInputThanThereAreCalls() {
    List<GroupMember> few = pairs(5);
    AtomicInteger taken = new AtomicInteger();
    AtomicInteger told = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    Iterator<GroupMember> endless =
        Stream.generate(() -> few.get(taken.getAndIncrement() % few.size()))
            .limit(20_000)
            .iterator();

    BulkSummary summary =
        bulk.withConcurrency(4)
            .add(
                endless,
                outcome -> most.accumulateAndGet(taken.get() - told.getAndIncrement(), Math::max));

    assertThat(summary.taken()).isEqualTo(20_000);
    assertThat(summary.count(CREATED)).isEqualTo(5);
    // A stream's iterator holds one item of its own.
    assertThat(most).hasValueLessThanOrEqualTo(5);
  }

  @Test
  void outcomesAreToldOneAtATimeWithTheProgress() {
    AtomicInteger atOnce = new AtomicInteger();
    List<BulkProgress> progress = new ArrayList<>();

    bulk.withExpectedItems(100)
        .withTimeSource(time)
        .withProgress(progress::add)
        .add(
            pairs(100).iterator(),
            outcome -> {
              assertThat(atOnce.incrementAndGet()).isEqualTo(1);
              time.advance(Duration.ofMillis(50));
              atOnce.decrementAndGet();
            });

    assertThat(progress).hasSize(100);
    assertThat(progress.get(49).done()).isEqualTo(50);
    // Threads that wait for a turn of a limiter that is never reached turn the clock a little too.
    assertThat(progress.get(49).rate()).isCloseTo(20, within(0.5));
    assertThat(progress.get(49).timeLeft().orElseThrow().toMillis()).isBetween(2_450L, 2_600L);
  }

  @Test
  void whatFailsIsToldWithItsErrorAndTheRestGoesOn() {
    List<GroupMember> pairs = pairs(3);
    pairs.add(1, new GroupMember(new GroupId("g-missing"), pairs.get(0).memberId()));

    BulkSummary summary = bulk.add(pairs.iterator(), outcomes::add);

    assertThat(summary.count(CREATED)).isEqualTo(3);
    assertThat(summary.count(FAILED)).isEqualTo(1);
    assertThat(summary.end()).isEqualTo(BulkEnd.COMPLETED);
    assertThat(summary.isComplete()).isFalse();
    assertThat(summary.firstError().orElseThrow().code()).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(outcomes)
        .filteredOn(outcome -> outcome.error().isPresent())
        .extracting(Object::toString)
        .singleElement()
        .isEqualTo(pairs.get(1) + ": FAILED (NOT_FOUND)");
  }

  @Test
  void aLostResponseIsSettledOrCalledUnknown() {
    List<GroupMember> pairs = pairs(2);
    store.faults().on(Operation.CREATE_MEMBERSHIP).next(Fault.of(FaultKind.RESPONSE_LOST));
    BulkSummary settled =
        bulk.withConcurrency(1).add(pairs.subList(0, 1).iterator(), outcomes::add);
    store.faults().onAnyOperation().always(Fault.of(FaultKind.REQUEST_LOST));

    BulkSummary open = bulk.add(pairs.subList(1, 2).iterator(), outcomes::add);

    assertThat(settled.count(PRESENT_MAKER_UNKNOWN)).isEqualTo(1);
    assertThat(open.count(UNKNOWN)).isEqualTo(1);
  }

  @Test
  void anInterruptStopsTheRunAndEveryItemThatWasTakenIsAccountedFor() throws Exception {
    store.faults().on(Operation.CREATE_MEMBERSHIP).always(Fault.of(FaultKind.RESPONSE_DELAYED));
    CompletableFuture<BulkSummary> ended = new CompletableFuture<>();
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    List<GroupMember> pairs = pairs(100);
    Thread caller =
        new Thread(
            () -> {
              ended.complete(bulk.withConcurrency(4).add(pairs.iterator(), outcomes::add));
              flag.complete(Thread.currentThread().isInterrupted());
            });
    caller.start();
    assertThat(store.faults().awaitHeld(4, Duration.ofSeconds(30))).isTrue();

    caller.interrupt();

    BulkSummary summary = ended.get();
    assertThat(summary.end()).isEqualTo(BulkEnd.INTERRUPTED);
    assertThat(summary.taken()).isEqualTo(4);
    assertThat(summary.count(UNKNOWN)).isEqualTo(4);
    assertThat(outcomes).hasSize(4);
    assertThat(flag.get()).isTrue();
    caller.join();
  }

  @Test
  void aPassedDeadlineStopsTheRunAndEveryItemThatWasTakenIsAccountedFor() {
    store.faults().on(Operation.CREATE_MEMBERSHIP).always(Fault.of(FaultKind.RESPONSE_DELAYED));

    BulkSummary summary =
        bulk.withConcurrency(4)
            .withTimeSource(time)
            .withDeadline(Duration.ofMinutes(10))
            .add(pairs(100).iterator(), outcomes::add);

    assertThat(summary.end()).isEqualTo(BulkEnd.DEADLINE_PASSED);
    assertThat(summary.elapsed()).isBetween(Duration.ofMinutes(10), ENDED_WITHIN);
    assertThat(summary.taken()).isLessThanOrEqualTo(4).isEqualTo(outcomes.size());
    assertThat(summary.isComplete()).isFalse();
  }

  @Test
  void whatWouldFailAllOthersTooStopsTheRun() {
    client.close();

    BulkSummary summary = bulk.withConcurrency(1).add(pairs(100).iterator(), outcomes::add);

    assertThat(summary.end()).isEqualTo(BulkEnd.HOPELESS);
    assertThat(summary.taken()).isEqualTo(1);
    assertThat(summary.firstError().orElseThrow().code()).isEqualTo(ErrorCode.CLIENT_CLOSED);
  }

  private List<GroupMember> pairs(int count) {
    List<GroupMember> pairs = new ArrayList<>();
    for (int number = 0; number < count; number++) {
      UserId user = store.addUser();
      pairs.add(new GroupMember(group, user));
    }
    return pairs;
  }
}
