package dev.roster.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.roster.GroupId;
import dev.roster.TimeSource;
import dev.roster.UserId;
import dev.roster.internal.concurrent.Concurrency;
import dev.roster.internal.concurrent.CountedThreads;
import dev.roster.internal.concurrent.SharedWork;
import dev.roster.internal.concurrent.WorkThreads;
import java.io.IOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Whatever is thrown, the threads of a run are gone before it returns, and its account is exact.
 */
class BulkThreadsTest {

  private final List<GroupMember> changed = Collections.synchronizedList(new ArrayList<>());
  private final List<GroupMember> told = new ArrayList<>();
  private final CountedThreads threads = CountedThreads.unlimited();

  private static List<GroupMember> items(int count) {
    return IntStream.range(0, count)
        .mapToObj(number -> new GroupMember(new GroupId("g"), new UserId("u-" + number)))
        .toList();
  }

  private static BulkSettings settings(CountedThreads threads) {
    return settings(threads, BulkMemberships.DEFAULT_CONCURRENCY);
  }

  private static BulkSettings settings(CountedThreads threads, int calls) {
    return BulkSettings.DEFAULTS.withConcurrency(new Concurrency(WorkThreads.own(threads), calls));
  }

  private ItemResult change(GroupMember item) {
    changed.add(item);
    return new ItemResult(item, ItemStatus.CREATED, null);
  }

  private BulkSummary run(BulkSettings settings, Iterator<GroupMember> items) {
    return run(settings, items, this::change, outcome -> told.add(outcome.item()));
  }

  private static BulkSummary run(
      BulkSettings settings,
      Iterator<GroupMember> items,
      Function<GroupMember, ItemResult> change,
      Consumer<ItemResult> outcomes) {
    return run(settings, new ItemBatches<>(items, 1, Function.identity()), change, outcomes);
  }

  private static BulkSummary run(
      BulkSettings settings,
      ItemBatches<GroupMember> items,
      Function<GroupMember, ItemResult> change,
      Consumer<ItemResult> outcomes) {
    return new BulkRun<>(
            settings,
            items,
            (batch, known) -> batch.forEach(item -> known.add(change.apply(item))),
            outcomes)
        .run();
  }

  private void requireExactAccountAndNoThread(CountedThreads all) {
    assertThat(all.started()).noneMatch(Thread::isAlive);
    assertThat(told).containsExactlyInAnyOrderElementsOf(changed).doesNotHaveDuplicates();
  }

  @Test
  void asManyThreadsAsItemsMakeAllCallsAtTheSameTime() {
    CountDownLatch allUnderWay = new CountDownLatch(3);
    BulkSummary summary =
        run(
            settings(threads, 5000).withTotal(3),
            items(3).iterator(),
            item -> {
              allUnderWay.countDown();
              await(allUnderWay);
              return change(item);
            },
            outcome -> told.add(outcome.item()));
    assertThat(summary.taken()).isEqualTo(3);
    assertThat(threads.started()).hasSize(3);
    requireExactAccountAndNoThread(threads);
  }

  @Test
  void anInputOfUnknownLengthTakesOneThreadMoreAtMostWhichFindsItsEnd() {
    CountDownLatch allUnderWay = new CountDownLatch(3);
    run(
        settings(threads, 5000),
        items(3).iterator(),
        item -> {
          allUnderWay.countDown();
          await(allUnderWay);
          return change(item);
        },
        outcome -> told.add(outcome.item()));
    assertThat(threads.started()).hasSizeBetween(3, 4);
    requireExactAccountAndNoThread(threads);
  }

  @Test
  void anInputThatIsLongerThanExpectedIsStillTakenWithAllThreads() {
    CountDownLatch fourUnderWay = new CountDownLatch(4);
    BulkSettings settings = settings(threads, 4).withTotal(1);
    run(
        settings,
        items(20).iterator(),
        item -> {
          if (!changed.isEmpty()) {
            fourUnderWay.countDown();
            await(fourUnderWay);
          }
          return change(item);
        },
        outcome -> told.add(outcome.item()));
    assertThat(threads.started()).hasSize(4);
    assertThat(told).hasSize(20);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 2, 3})
  void aThreadThatCannotBeStartedEndsTheRunWhenWhatWasTakenIsDoneAndTold(int available) {
    CountedThreads few = CountedThreads.endingAfter(available);
    CountDownLatch underWay = new CountDownLatch(available);
    assertThatThrownBy(
            () ->
                run(
                    settings(few, 5),
                    items(20).iterator(),
                    item -> {
                      underWay.countDown();
                      await(underWay);
                      return change(item);
                    },
                    outcome -> told.add(outcome.item())))
        .isInstanceOf(OutOfMemoryError.class)
        .hasMessageContaining("as a test says");
    assertThat(changed).hasSize(available);
    requireExactAccountAndNoThread(few);
  }

  /**
   * The second thread has taken its item when the first one's listener fails, and starts a third.
   */
  @Test
  void withOneCallPerGroupNothingBeginsInAnyGroupAfterAListenerHasFailed() {
    GroupMember first = new GroupMember(new GroupId("g-1"), new UserId("u"));
    GroupMember second = new GroupMember(new GroupId("g-2"), new UserId("u"));
    CountDownLatch secondIsTaken = new CountDownLatch(1);
    CountDownLatch firstIsOver = new CountDownLatch(1);
    IllegalStateException full = new IllegalStateException("the disk is full");
    WorkThreads slow =
        (most, work) ->
            WorkThreads.own(
                    task -> {
                      if (threads.started().size() == 2) {
                        secondIsTaken.countDown();
                        await(firstIsOver);
                      }
                      return threads.newThread(task);
                    })
                .workers(most, signalling(firstIsOver, work));
    assertThatThrownBy(
            () ->
                run(
                    BulkSettings.DEFAULTS
                        .withConcurrency(new Concurrency(slow, 5))
                        .withOneCallPerGroup(),
                    List.of(first, second).iterator(),
                    item -> {
                      await(secondIsTaken);
                      return change(item);
                    },
                    outcome -> {
                      told.add(outcome.item());
                      throw full;
                    }))
        .isSameAs(full);
    assertThat(changed).containsExactly(first);
    requireExactAccountAndNoThread(threads);
  }

  private static SharedWork signalling(CountDownLatch over, SharedWork work) {
    return new SharedWork() {
      @Override
      public void work() {
        work.work();
        over.countDown();
      }

      @Override
      public void interrupted() {
        work.interrupted();
      }

      @Override
      public void deadlinePassed() {
        work.deadlinePassed();
      }
    };
  }

  static Stream<Duration> enormousTimes() {
    return Stream.of(
        ChronoUnit.FOREVER.getDuration(),
        Duration.ofSeconds(Long.MAX_VALUE),
        Duration.ofNanos(Long.MAX_VALUE),
        Duration.ofNanos(Long.MAX_VALUE).plusNanos(1),
        ChronoUnit.ERAS.getDuration());
  }

  @ParameterizedTest
  @MethodSource("enormousTimes")
  void anEnormousDeadlineNeverPasses(Duration deadline) {
    BulkSummary summary = run(settings(threads).withDeadline(deadline), items(50).iterator());
    assertThat(summary.isComplete()).isTrue();
    assertThat(summary.taken()).isEqualTo(50);
    requireExactAccountAndNoThread(threads);
  }

  @Test
  void aClockThatThrowsEndsTheRunAndIsThrownWhenNothingGoesOn() {
    IllegalStateException broken = new IllegalStateException("no time");
    CountDownLatch thrown = new CountDownLatch(1);
    assertThatThrownBy(
            () ->
                run(
                    settings(threads)
                        .withDeadline(Duration.ofSeconds(1))
                        .withTime(broken(broken, thrown)),
                    items(1_000).iterator(),
                    item -> {
                      await(thrown);
                      return change(item);
                    },
                    outcome -> told.add(outcome.item())))
        .isSameAs(broken);
    requireExactAccountAndNoThread(threads);
  }

  @Test
  void whatAListenerThrowsUncheckedOrNotIsThrownToTheCaller() {
    IOException full = new IOException("the disk is full");
    assertThatThrownBy(
            () ->
                run(
                    settings(threads),
                    items(50).iterator(),
                    this::change,
                    outcome -> {
                      told.add(outcome.item());
                      throw BulkThreadsTest.<RuntimeException>unchecked(full);
                    }))
        .isSameAs(full);
    requireExactAccountAndNoThread(threads);
  }

  static Stream<Arguments> failingInputs() {
    return Stream.of(new IOException("the pipe is cut"), new StackOverflowError("as a test says"))
        .flatMap(cut -> Stream.of(arguments(cut, 1), arguments(cut, 3), arguments(cut, 10)));
  }

  @ParameterizedTest
  @MethodSource("failingInputs")
  void whatTheInputThrowsIsThrownToTheCallerWhenWhatWasTakenBeforeIsChanged(
      Throwable cut, int mostInABatch) {
    Iterator<GroupMember> items =
        Stream.concat(
                items(5).stream(),
                Stream.generate(
                    () -> {
                      throw BulkThreadsTest.<RuntimeException>unchecked(cut);
                    }))
            .map(GroupMember.class::cast)
            .iterator();
    assertThatThrownBy(
            () ->
                run(
                    settings(threads),
                    new ItemBatches<>(items, mostInABatch, Function.identity()),
                    this::change,
                    outcome -> told.add(outcome.item())))
        .isSameAs(cut);
    assertThat(changed).hasSize(5);
    requireExactAccountAndNoThread(threads);
  }

  /** What one item of a batch throws takes no result away from those before it. */
  @Test
  void anErrorInABatchLeavesTheResultsThatAreKnown() {
    StackOverflowError broken = new StackOverflowError("as a test says");
    assertThatThrownBy(
            () ->
                run(
                    settings(threads),
                    new ItemBatches<>(items(5).iterator(), 5, Function.identity()),
                    item -> {
                      if (changed.size() == 3) {
                        throw broken;
                      }
                      return change(item);
                    },
                    outcome -> told.add(outcome.item())))
        .isSameAs(broken);
    assertThat(changed).hasSize(3);
    requireExactAccountAndNoThread(threads);
  }

  private static TimeSource broken(RuntimeException failure, CountDownLatch thrown) {
    return new TimeSource() {
      @Override
      public long nanoTime() {
        return 0;
      }

      @Override
      public boolean await(CountDownLatch end, Duration duration) {
        thrown.countDown();
        throw failure;
      }
    };
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  /** Other languages on the platform throw checked exceptions from anywhere. */
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  private static <E extends Throwable> E unchecked(Throwable thrown) throws E {
    throw (E) thrown;
  }
}
