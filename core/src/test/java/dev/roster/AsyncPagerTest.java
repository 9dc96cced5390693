package dev.roster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A listing reads what is asked for, when it is asked for, and nothing after it is cancelled. */
@Timeout(60)
class AsyncPagerTest {

  private final CountingDriver driver = new CountingDriver();
  private final RosterClient client = RosterClient.builder(driver).build();
  private final Tasks tasks = new Tasks();

  @AfterEach
  void close() {
    client.close();
  }

  /** An executor whose tasks begin when the test says so. */
  private static final class Tasks implements Executor {
    private final Queue<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable work) {
      waiting.add(work);
    }

    void runAll() {
      for (Runnable next = waiting.poll(); next != null; next = waiting.poll()) {
        next.run();
      }
    }
  }

  private AsyncPager<Membership> members(Executor executor, long size) {
    return client.async(executor).listMemberships(CountingDriver.groupOf(size)).withPageSize(10);
  }

  private static List<String> numbers(long from, long to) {
    return LongStream.range(from, to).mapToObj(number -> "u-" + number).toList();
  }

  private static List<String> ids(List<Membership> memberships) {
    return memberships.stream().map(membership -> membership.memberId().value()).toList();
  }

  @Test
  void noPageIsReadBeforeItIsAskedForAndNoneTwice() {
    RecordingSubscriber<Membership> recorder = new RecordingSubscriber<>();
    members(tasks, 25).subscribe(recorder);
    tasks.runAll();
    assertThat(driver.pages()).isZero();
    long requested = 0;
    for (long more : new long[] {1, 9, 1, 3, 6, 4}) {
      recorder.request(more);
      tasks.runAll();
      requested += more;
      assertThat(ids(recorder.items)).isEqualTo(numbers(0, requested));
      assertThat(driver.pages()).isEqualTo((int) ((requested + 9) / 10));
      assertThat(recorder.completed).isFalse();
    }
    recorder.request(1);
    tasks.runAll();
    assertThat(ids(recorder.items)).isEqualTo(numbers(0, 25));
    assertThat(recorder.completed).isTrue();
    assertThat(driver.pages()).isEqualTo(3);
  }

  @Test
  void theEndIsToldWithTheLastItemAndNeedsNoFurtherRequest() {
    RecordingSubscriber<Membership> recorder = new RecordingSubscriber<>();
    members(tasks, 20).subscribe(recorder);
    recorder.request(20);
    tasks.runAll();
    assertThat(recorder.completed).isTrue();
    assertThat(driver.pages()).isEqualTo(2);
  }

  @Test
  void aRequestDeliversNothingOnItsOwnThread() {
    RecordingSubscriber<Membership> recorder = new RecordingSubscriber<>();
    members(tasks, 20).subscribe(recorder);
    recorder.request(1);
    tasks.runAll();
    recorder.request(1);
    assertThat(recorder.items).hasSize(1);
    assertThat(tasks.waiting).hasSize(1);
    recorder.request(1);
    assertThat(tasks.waiting).hasSize(1);
    tasks.runAll();
    assertThat(recorder.items).hasSize(3);
  }

  @Test
  void whatIsRequestedWhileTheSubscriberIsGreetedIsDeliveredAfterwards() {
    List<String> signals = new ArrayList<>();
    members(Runnable::run, 3)
        .subscribe(
            new RecordingSubscriber<Membership>() {
              @Override
              public void onSubscribe(Flow.Subscription given) {
                given.request(1);
                signals.add("greeted");
              }

              @Override
              public void onNext(Membership item) {
                signals.add(item.memberId().value());
              }
            });
    assertThat(signals).containsExactly("greeted", "u-0");
  }

  @Test
  void aLongListingOnTheCallersOwnThreadDoesNotMakeItsStackGrow() {
    RecordingSubscriber<Membership> recorder = new RecordingSubscriber<>();
    members(Runnable::run, 20_000).withPageSize(1).subscribe(recorder);
    recorder.request(Long.MAX_VALUE);
    assertThat(recorder.items).hasSize(20_000);
    assertThat(recorder.completed).isTrue();
  }

  @Test
  void eachSubscriberReadsFromTheStart() {
    AsyncPager<Membership> listing = members(Runnable::run, 5);
    for (int round = 0; round < 2; round++) {
      RecordingSubscriber<Membership> recorder = new RecordingSubscriber<>();
      listing.subscribe(recorder);
      recorder.request(5);
      assertThat(ids(recorder.items)).isEqualTo(numbers(0, 5));
    }
  }

  /** Requested an item, which is read until the read is aborted. */
  private RecordingSubscriber<Membership> readingUntil(CountDownLatch aborted)
      throws InterruptedException {
    CountDownLatch reading = new CountDownLatch(1);
    driver.withHook(
        (first, attempt) -> {
          attempt.onAbort(aborted::countDown);
          reading.countDown();
          aborted.await();
        });
    RecordingSubscriber<Membership> recorder = new RecordingSubscriber<>();
    client.async().listMemberships(CountingDriver.groupOf(100)).subscribe(recorder);
    recorder.request(1);
    reading.await();
    return recorder;
  }

  @Test
  void cancellingEndsAnExchangeUnderWayAtOnce() throws InterruptedException {
    CountDownLatch aborted = new CountDownLatch(1);
    RecordingSubscriber<Membership> recorder = readingUntil(aborted);
    recorder.subscription().cancel();
    aborted.await();
    assertThat(recorder.items).isEmpty();
    assertThat(recorder.ended.getCount()).isEqualTo(1);
    assertThat(driver.pages()).isEqualTo(1);
  }

  @Test
  void aPageThatWaitsForAThreadIsNotReadAfterACancel() {
    RecordingSubscriber<Membership> recorder = new RecordingSubscriber<>();
    members(tasks, 25).subscribe(recorder);
    recorder.request(1);
    recorder.subscription().cancel();
    tasks.runAll();
    recorder.request(1);
    tasks.runAll();
    assertThat(driver.pages()).isZero();
    assertThat(recorder.items).isEmpty();
  }

  @Test
  void aSubscriberThatCancelsKeepsAThreadWithoutAFlag() {
    List<Boolean> flags = new ArrayList<>();
    members(Runnable::run, 100)
        .subscribe(
            new RecordingSubscriber<Membership>() {
              @Override
              public void onSubscribe(Flow.Subscription given) {
                super.onSubscribe(given);
                given.request(50);
              }

              @Override
              public void onNext(Membership item) {
                subscription().cancel();
                flags.add(Thread.currentThread().isInterrupted());
              }
            });
    assertThat(flags).containsExactly(false);
    assertThat(driver.pages()).isEqualTo(1);
  }

  @Test
  void anErrorIsTheClientsExceptionAndTheLastSignal() {
    driver.withHook(
        (first, attempt) -> {
          if (first == 10) {
            throw new IllegalStateException("refused, as a test says");
          }
        });
    RecordingSubscriber<Membership> recorder = new RecordingSubscriber<>();
    members(tasks, 25).subscribe(recorder);
    recorder.request(Long.MAX_VALUE);
    tasks.runAll();
    assertThat(recorder.items).hasSize(10);
    assertThat(recorder.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
    assertThat(recorder.completed).isFalse();
  }

  @Test
  void aRequestOfNothingIsRefusedAlsoWhileAPageIsRead() throws InterruptedException {
    CountDownLatch aborted = new CountDownLatch(1);
    RecordingSubscriber<Membership> recorder = readingUntil(aborted);
    recorder.request(0);
    aborted.await();
    recorder.ended.await();
    assertThat(recorder.failure).isInstanceOf(IllegalArgumentException.class);
    assertThat(recorder.items).isEmpty();
  }

  @Test
  void whatCannotBeAskedForFailsWithoutARequestAndSendsNothing() {
    RecordingSubscriber<Membership> recorder = new RecordingSubscriber<>();
    members(tasks, 25).startingAt(new PageToken("damaged")).subscribe(recorder);
    assertThat(recorder.code()).isEqualTo(ErrorCode.INVALID_PAGE_TOKEN);
    RecordingSubscriber<Membership> other = new RecordingSubscriber<>();
    client.async(tasks).listMembershipsForMember(new UserId("u-1")).subscribe(other);
    assertThat(other.code()).isEqualTo(ErrorCode.UNSUPPORTED);
    assertThat(driver.pages()).isZero();
  }

  @Test
  void anExecutorThatRefusesEndsTheSubscriptionAndSendsNothing() {
    RecordingSubscriber<Membership> recorder = new RecordingSubscriber<>();
    members(
            work -> {
              throw new RejectedExecutionException("full");
            },
            25)
        .subscribe(recorder);
    recorder.request(1);
    assertThat(recorder.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(driver.pages()).isZero();
  }

  @Test
  void afterTheCloseNothingIsDeliveredNotEvenWhatWasRead() {
    RecordingSubscriber<Membership> recorder = new RecordingSubscriber<>();
    client.async().listMemberships(CountingDriver.groupOf(5)).firstPage().join();
    members(tasks, 25).subscribe(recorder);
    recorder.request(1);
    tasks.runAll();
    client.close();
    recorder.request(1);
    tasks.runAll();
    assertThat(recorder.items).hasSize(1);
    assertThat(recorder.code()).isEqualTo(ErrorCode.CLIENT_CLOSED);
  }

  @Test
  void aSubscriberThatThrowsIsCancelledAndHarmsNoOther() {
    members(Runnable::run, 25)
        .subscribe(
            new RecordingSubscriber<Membership>() {
              @Override
              public void onSubscribe(Flow.Subscription given) {
                given.request(20);
              }

              @Override
              public void onNext(Membership item) {
                items.add(item);
                throw new IllegalStateException("broken, as a test says");
              }

              @Override
              public void onError(Throwable thrown) {
                throw new AssertionError("nothing is told to it any more");
              }
            });
    assertThat(driver.pages()).isEqualTo(1);
    RecordingSubscriber<Membership> next = new RecordingSubscriber<>();
    members(Runnable::run, 25).subscribe(next);
    next.request(25);
    assertThat(next.completed).isTrue();
  }

  @Test
  void pagesComeOneForEachRequestWithTheTokenToGoOnFrom() {
    RecordingSubscriber<Page<Membership>> recorder = new RecordingSubscriber<>();
    AsyncPager<Membership> listing = members(tasks, 25);
    listing.pages().subscribe(recorder);
    recorder.request(2);
    tasks.runAll();
    assertThat(driver.pages()).isEqualTo(2);
    assertThat(recorder.completed).isFalse();
    PageToken next = recorder.items.get(1).next().orElseThrow();
    RecordingSubscriber<Membership> rest = new RecordingSubscriber<>();
    listing.startingAt(next).subscribe(rest);
    rest.request(5);
    tasks.runAll();
    assertThat(ids(rest.items)).isEqualTo(numbers(20, 25));
    assertThat(rest.completed).isTrue();
  }

  @Test
  void pagesAsFuturesLeadFromOneToTheNext() {
    AsyncPager<Membership> listing = members(Runnable::run, 25);
    List<String> seen = new ArrayList<>();
    AsyncPager<Membership> from = listing;
    Optional<PageToken> next;
    do {
      CompletableFuture<Page<Membership>> page = from.firstPage();
      seen.addAll(ids(page.join().items()));
      next = page.join().next();
      from = next.map(listing::startingAt).orElse(listing);
    } while (next.isPresent());
    assertThat(seen).isEqualTo(numbers(0, 25));
    assertThat(driver.pages()).isEqualTo(3);
  }

  @Test
  void aFutureOfAPageFailsWithTheClientsException() {
    CompletableFuture<Page<Membership>> page =
        members(Runnable::run, 25).startingAt(new PageToken("damaged")).firstPage();
    assertThatThrownBy(page::join)
        .cause()
        .isInstanceOfSatisfying(
            RosterException.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.INVALID_PAGE_TOKEN));
  }

  @Test
  void aLimitEndsTheListingAndReadsNoPageMore() {
    RecordingSubscriber<Membership> recorder = new RecordingSubscriber<>();
    members(Runnable::run, 1_000_000).withLimit(12).subscribe(recorder);
    recorder.request(Long.MAX_VALUE);
    assertThat(ids(recorder.items)).isEqualTo(numbers(0, 12));
    assertThat(recorder.completed).isTrue();
    assertThat(driver.pages()).isEqualTo(2);
  }

  @Test
  void anImpossibleSettingIsRefusedWhereItIsMade() {
    AsyncPager<Membership> listing = members(tasks, 1);
    Stream.<Runnable>of(() -> listing.withPageSize(0), () -> listing.withLimit(0))
        .forEach(
            setting ->
                assertThatThrownBy(setting::run).isInstanceOf(IllegalArgumentException.class));
  }
}
