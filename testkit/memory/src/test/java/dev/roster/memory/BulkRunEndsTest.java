package dev.roster.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Operation;
import dev.roster.RateLimiter;
import dev.roster.RosterClient;
import dev.roster.bulk.BulkEnd;
import dev.roster.bulk.BulkMemberships;
import dev.roster.bulk.BulkSummary;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemResult;
import dev.roster.bulk.ItemStatus;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a bulk run ends, every item that was taken is reported exactly once. */
class BulkRunEndsTest {

  private static final Duration LONG = Duration.ofSeconds(30);

  private final ManualTime time = new ManualTime();
  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"), time);
  private final RosterClient client =
      RosterClient.builder(MemoryMemberships.driver(store))
          .timeSource(time)
          .rateLimiter(RateLimiter.adaptive(1e9))
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

  @Test
  void noItemsNeedNoRequest() {
    BulkSummary summary = bulk.add(List.<GroupMember>of().iterator(), outcomes::add);

    assertThat(summary.isComplete()).isTrue();
    assertThat(summary.taken()).isZero();
    assertThat(store.requests().total()).isZero();
  }

  @Test
  void aThreadThatIsInterruptedAlreadySendsNothing() throws Exception {
    List<GroupMember> pairs = pairs(20);

    Ended ended =
        inOtherThread(
            () -> {
              Thread.currentThread().interrupt();
              return bulk.add(pairs.iterator(), outcomes::add);
            });

    assertThat(ended.summary().end()).isEqualTo(BulkEnd.INTERRUPTED);
    assertThat(ended.summary().taken()).isZero();
    assertThat(ended.interrupted()).isTrue();
    assertThat(store.requests().total()).isZero();
  }

  @Test
  void anInterruptWhileTheInputIsAListingThatWaitsReturnsTheAccount() throws Exception {
    store.faults().on(Operation.LIST_MEMBERSHIPS).always(Fault.of(FaultKind.RESPONSE_DELAYED));
    CompletableFuture<Ended> ended = new CompletableFuture<>();
    Thread caller =
        thread(
            () -> bulk.removeMemberships(client.listMemberships(group).iterator(), outcomes::add),
            ended);
    assertThat(store.faults().awaitHeld(1, LONG)).isTrue();

    caller.interrupt();

    assertThat(ended.get().summary().end()).isEqualTo(BulkEnd.INTERRUPTED);
    assertThat(ended.get().summary().taken()).isZero();
    assertThat(ended.get().interrupted()).isTrue();
  }

  @Test
  void aListenerOfAnOutcomeIsNotInterrupted() throws Exception {
    CountDownLatch told = new CountDownLatch(1);
    CountDownLatch inputWaits = new CountDownLatch(1);
    CountDownLatch inputInterrupted = new CountDownLatch(1);
    Iterator<GroupMember> first = pairs(1).iterator();
    Iterator<GroupMember> waits =
        Stream.generate(() -> first.hasNext() ? first.next() : wait(inputWaits, inputInterrupted))
            .iterator();
    CompletableFuture<Ended> ended = new CompletableFuture<>();
    Thread caller =
        thread(
            () ->
                bulk.withConcurrency(2)
                    .add(
                        waits,
                        outcome -> {
                          told.countDown();
                          await(inputInterrupted);
                          outcomes.add(outcome);
                        }),
            ended);
    await(told);
    await(inputWaits);

    caller.interrupt();

    assertThat(ended.get().summary().end()).isEqualTo(BulkEnd.INTERRUPTED);
    assertThat(outcomes).extracting(ItemResult::status).containsExactly(ItemStatus.CREATED);
  }

  @Test
  void aClientThatIsClosedEndsTheRunWithAnAccountOfTheCallsUnderWay() throws Exception {
    store.faults().on(Operation.CREATE_MEMBERSHIP).always(Fault.of(FaultKind.RESPONSE_DELAYED));
    List<GroupMember> pairs = pairs(100);
    CompletableFuture<Ended> ended = new CompletableFuture<>();
    thread(() -> bulk.withConcurrency(4).add(pairs.iterator(), outcomes::add), ended);
    assertThat(store.faults().awaitHeld(4, LONG)).isTrue();

    client.close();

    BulkSummary summary = ended.get().summary();
    assertThat(summary.end()).isEqualTo(BulkEnd.HOPELESS);
    assertThat(summary.firstError().orElseThrow().code()).isEqualTo(ErrorCode.CLIENT_CLOSED);
    assertThat(summary.count(ItemStatus.UNKNOWN)).isEqualTo(4);
    assertThat(summary.taken()).isEqualTo(outcomes.size());
    assertThat(items()).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void anInputThatThrowsIsThrownWhenWhatWasTakenIsDoneAndTold(int concurrency) {
    List<GroupMember> pairs = pairs(20);
    IllegalStateException broken = new IllegalStateException("line 21 is no pair");
    Iterator<GroupMember> cut =
        Stream.concat(pairs.stream(), Stream.generate(() -> failing(broken))).iterator();

    assertThatThrownBy(() -> bulk.withConcurrency(concurrency).add(cut, outcomes::add))
        .isSameAs(broken)
        .hasNoSuppressedExceptions();

    assertThat(items()).containsExactlyInAnyOrderElementsOf(pairs);
    assertThat(outcomes).extracting(ItemResult::status).containsOnly(ItemStatus.CREATED);
    assertThat(store.requests().total()).isEqualTo(20);
  }

  @Test
  void aNullInTheInputIsNamed() {
    assertThatThrownBy(
            () ->
                bulk.add(Arrays.<GroupMember>asList(pairs(1).get(0), null).iterator(), told -> {}))
        .isInstanceOf(NullPointerException.class)
        .hasMessage("items must not contain null");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 8})
  void aListenerThatThrowsIsStillToldOfEveryItemThatWasTaken(int concurrency) {
    IllegalStateException broken = new IllegalStateException("the disk is full");
    List<GroupMember> pairs = pairs(50);

    assertThatThrownBy(
            () ->
                bulk.withConcurrency(concurrency)
                    .add(
                        pairs.iterator(),
                        outcome -> {
                          outcomes.add(outcome);
                          if (outcomes.size() == 3) {
                            throw broken;
                          }
                        }))
        .isSameAs(broken);

    assertThat(outcomes).hasSizeBetween(3, 2 + concurrency);
    assertThat(items()).doesNotHaveDuplicates();
    assertThat(outcomes).extracting(ItemResult::status).containsOnly(ItemStatus.CREATED);
    assertThat(store.requests().total()).isEqualTo(outcomes.size());
  }

  @Test
  void theFirstOfSeveralFailuresOfAListenerIsThrownWithTheOthers() throws Exception {
    store.faults().on(Operation.CREATE_MEMBERSHIP).always(Fault.of(FaultKind.RESPONSE_DELAYED));
    List<GroupMember> pairs = pairs(4);
    CompletableFuture<Ended> ended = new CompletableFuture<>();
    thread(
        () -> bulk.withConcurrency(4).add(pairs.iterator(), told -> failing(told.toString())),
        ended);
    assertThat(store.faults().awaitHeld(4, LONG)).isTrue();

    store.faults().clear();

    assertThatThrownBy(ended::get)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .satisfies(first -> assertThat(first.getSuppressed()).hasSize(3));
  }

  @Test
  void aListenerOfProgressThatThrowsEndsTheRunAfterTheOutcomeWasTold() {
    IllegalStateException broken = new IllegalStateException("the console is gone");

    assertThatThrownBy(
            () ->
                bulk.withConcurrency(1)
                    .withProgress(progress -> failing(broken))
                    .add(pairs(5).iterator(), outcomes::add))
        .isSameAs(broken);

    assertThat(outcomes).hasSize(1);
  }

  @ParameterizedTest
  @EnumSource(
      value = FaultKind.class,
      names = {"ACCESS_DENIED", "QUOTA_EXCEEDED", "UNAVAILABLE", "REQUEST_LOST"})
  void failuresOfEveryCallEndTheRunAfterAHundredInARow(FaultKind fault) {
    store.faults().onAnyOperation().always(Fault.of(fault));
    List<GroupMember> pairs = pairs(1_000);

    BulkSummary summary = bulk.withConcurrency(1).add(pairs.iterator(), outcomes::add);

    assertThat(summary.end()).isEqualTo(BulkEnd.TOO_MANY_FAILURES);
    assertThat(summary.isComplete()).isFalse();
    assertThat(summary.taken()).isEqualTo(100);
    assertThat(items()).containsExactlyElementsOf(pairs.subList(0, 100));
  }

  @Test
  void thePatienceOfARunCanBeSet() {
    store.faults().onAnyOperation().always(Fault.of(FaultKind.ACCESS_DENIED));

    BulkSummary few =
        bulk.withConcurrency(4).withMaxFailuresInARow(3).add(pairs(50).iterator(), outcomes::add);
    BulkSummary endless =
        bulk.withMaxFailuresInARow(Long.MAX_VALUE).add(pairs(150).iterator(), outcomes::add);

    assertThat(few.end()).isEqualTo(BulkEnd.TOO_MANY_FAILURES);
    assertThat(few.taken()).isBetween(3L, 6L);
    assertThat(endless.end()).isEqualTo(BulkEnd.COMPLETED);
    assertThat(endless.count(ItemStatus.FAILED)).isEqualTo(150);
  }

  @Test
  void numbersOutOfTheirRangeAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bulk.withMaxFailuresInARow(0))
        .withMessage("max failures in a row must be 1 or more, but is 0");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> bulk.withExpectedItems(-1))
        .withMessage("expected items must not be negative, but is -1");
  }

  private List<GroupMember> items() {
    return outcomes.stream().map(ItemResult::item).toList();
  }

  private List<GroupMember> pairs(int count) {
    return Stream.generate(() -> new GroupMember(group, store.addUser())).limit(count).toList();
  }

  private static GroupMember failing(RuntimeException broken) {
    throw broken;
  }

  private static void failing(String why) {
    throw new IllegalStateException(why);
  }

  /** Waits until it is interrupted, and says both. */
  private static GroupMember wait(CountDownLatch waits, CountDownLatch interrupted) {
    waits.countDown();
    try {
      new CountDownLatch(1).await();
      throw new AssertionError("this latch is never opened");
    } catch (InterruptedException expected) {
      interrupted.countDown();
      throw new IllegalStateException("the input was interrupted", expected);
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException unexpected) {
      throw new AssertionError("this thread is not to be interrupted", unexpected);
    }
  }

  private static Ended inOtherThread(Supplier<BulkSummary> run) throws Exception {
    CompletableFuture<Ended> ended = new CompletableFuture<>();
    thread(run, ended).join();
    return ended.get();
  }

  private static Thread thread(Supplier<BulkSummary> run, CompletableFuture<Ended> ended) {
    Thread thread =
        new Thread(
            () -> {
              try {
                ended.complete(new Ended(run.get(), Thread.currentThread().isInterrupted()));
              } catch (RuntimeException | Error thrown) {
                ended.completeExceptionally(thrown);
              }
            });
    thread.start();
    return thread;
  }

  private record Ended(BulkSummary summary, boolean interrupted) {}
}
