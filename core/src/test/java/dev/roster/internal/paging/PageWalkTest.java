package dev.roster.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.ErrorCode;
import dev.roster.RosterException;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A walk loses nothing, repeats nothing and reads no page more than it needs. */
class PageWalkTest {

  private static final long ALL = Long.MAX_VALUE;

  @Test
  void nothingIsReadBeforeTheFirstPageIsAskedFor() {
    ModelListing listing = new ModelListing(10, 0);
    PageWalk<Integer> walk = new PageWalk<>(listing, Position.START, 3, ALL, null);
    assertThat(walk.hasNext()).isTrue();
    assertThat(listing.fetches).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 7, 99, 100})
  void everyItemComesOnceInAsFewPagesAsThereAre(int pageSize) {
    for (int items : new int[] {0, 1, 99, 100, 101, 250}) {
      ModelListing listing = new ModelListing(items, 0);
      assertThat(walk(listing, Position.START, pageSize, ALL)).isEqualTo(numbers(0, items));
      assertThat(listing.fetches).isEqualTo(Math.max(1, (items + pageSize - 1) / pageSize));
    }
  }

  @Test
  void anyMixOfPageSizesEmptyPagesLimitsAndResumptionsLosesAndRepeatsNothing() {
    Random random = new Random(20261120);
    for (int round = 0; round < 2_000; round++) {
      int items = random.nextInt(60);
      ModelListing listing = new ModelListing(items, random.nextInt(4));
      List<Integer> seen = new ArrayList<>();
      Position position = Position.START;
      while (position != null) {
        PageWalk<Integer> walk =
            new PageWalk<>(listing, position, 1 + random.nextInt(20), 1 + random.nextInt(20), null);
        while (walk.hasNext()) {
          PageWalk.Step<Integer> step = walk.next();
          seen.addAll(step.items());
          position = step.next();
        }
      }
      assertThat(seen).isEqualTo(numbers(0, items));
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 5, 10, 11, 25, 30})
  void aLimitEndsTheWalkAndReadsNoPageMore(long limit) {
    ModelListing listing = new ModelListing(30, 0);
    assertThat(walk(listing, Position.START, 10, limit)).hasSize((int) limit);
    assertThat(listing.fetches).isEqualTo((int) ((limit + 9) / 10));
  }

  @Test
  void aWalkThatGoesOnInTheMiddleOfAPageReadsThatPageOnce() {
    ModelListing listing = new ModelListing(200, 0);
    assertThat(walk(listing, new Position("100", 50), 100, 1)).containsExactly(150);
    assertThat(listing.fetches).isEqualTo(1);
  }

  @Test
  void whereTheExecutorNeverBeginsThePageIsReadWhenItIsAskedFor() {
    ModelListing listing = new ModelListing(20, 0);
    PageWalk<Integer> walk = new PageWalk<>(listing, Position.START, 10, ALL, work -> {});
    walk.next();
    assertThat(walk.next().items()).isEqualTo(numbers(10, 20));
    assertThat(listing.fetches).isEqualTo(2);
  }

  @Test
  void aServiceThatSendsMoreThanWasAskedForCostsNoItem() {
    ModelListing listing = new ModelListing(30, 0);
    listing.overfull = 5;
    PageWalk<Integer> walk = new PageWalk<>(listing, Position.START, 10, 12, null);
    List<Integer> seen = new ArrayList<>(walk.next().items());
    assertThat(walk.hasNext()).isFalse();
    seen.addAll(walk(listing, new Position(null, seen.size()), 10, ALL));
    assertThat(seen).isEqualTo(numbers(0, 30));
  }

  @Test
  void aPageThatCouldNotBeReadCanBeAskedForAgain() {
    ModelListing listing = new ModelListing(20, 0);
    PageWalk<Integer> walk = new PageWalk<>(listing, Position.START, 10, ALL, Runnable::run);
    assertThat(walk.next().items()).hasSize(10);
    PageWalk<Integer> other = new PageWalk<>(listing, Position.START, 10, ALL, null);
    listing.failNext = true;
    assertThatThrownBy(other::next).isInstanceOf(RosterException.class);
    assertThat(other.next().items()).isEqualTo(numbers(0, 10));
  }

  @Test
  void readAheadReadsOnePageBeforeItIsAskedForAndNoMore() {
    ModelListing listing = new ModelListing(50, 0);
    PageWalk<Integer> walk = new PageWalk<>(listing, Position.START, 10, 30, Runnable::run);
    walk.next();
    assertThat(listing.fetches).isEqualTo(2);
    walk.next();
    walk.next();
    assertThat(walk.hasNext()).isFalse();
    assertThat(listing.fetches).isEqualTo(3);
  }

  @Test
  void whereTheExecutorHasNoRoomThePageIsReadWhenItIsAskedFor() {
    Executor full =
        work -> {
          throw new RejectedExecutionException("full");
        };
    ModelListing listing = new ModelListing(20, 0);
    PageWalk<Integer> walk = new PageWalk<>(listing, Position.START, 10, ALL, full);
    walk.next();
    assertThat(listing.fetches).isEqualTo(1);
    assertThat(walk.next().items()).isEqualTo(numbers(10, 20));
  }

  static List<Throwable> whatExecutorsThrow() {
    return List.of(
        new RejectedExecutionException("full"),
        new IllegalStateException("broken"),
        new OutOfMemoryError("unable to create native thread, as a test says"),
        new AssertionError("a bug"));
  }

  @ParameterizedTest
  @MethodSource("whatExecutorsThrow")
  void whateverTheExecutorThrowsBeforeItReadsEveryItemComesOnce(Throwable thrown) {
    ModelListing listing = new ModelListing(30, 0);
    assertThat(ahead(listing, work -> rethrow(thrown))).isEqualTo(numbers(0, 30));
    assertThat(listing.fetches).isEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("whatExecutorsThrow")
  void whateverTheExecutorThrowsAfterItHasReadEveryPageIsReadOnce(Throwable thrown) {
    ModelListing listing = new ModelListing(30, 0);
    Executor late =
        work -> {
          work.run();
          rethrow(thrown);
        };
    assertThat(ahead(listing, late)).isEqualTo(numbers(0, 30));
    assertThat(listing.fetches).isEqualTo(3);
  }

  @Test
  void anExecutorThatEndsItsThreadsCostsNoPage() {
    ModelListing listing = new ModelListing(20, 0);
    Executor ending =
        work -> {
          listing.cancelNext = true;
          work.run();
        };
    assertThat(ahead(listing, ending)).isEqualTo(numbers(0, 20));
    assertThat(listing.fetches).isEqualTo(3);
  }

  @Test
  void anInterruptEndsTheReadingAheadBeforeTheCallerHearsOfIt() {
    ModelListing listing = new ModelListing(20, 0);
    List<Thread> reading = new ArrayList<>();
    Executor other =
        work -> {
          listing.blockNext = new CountDownLatch(1);
          Thread thread = new Thread(work);
          reading.add(thread);
          thread.start();
          awaitUnchecked(listing.blockNext);
        };
    PageWalk<Integer> walk = new PageWalk<>(listing, Position.START, 10, ALL, other);
    walk.next();
    Thread.currentThread().interrupt();
    assertThatThrownBy(walk::next)
        .isInstanceOfSatisfying(
            RosterException.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.CANCELLED));
    assertThat(Thread.interrupted()).isTrue();
    assertThat(listing.blockedEnded).isTrue();
    assertThat(reading).hasSize(1);
    assertThat(walk.next().items()).isEqualTo(numbers(10, 20));
  }

  private static void awaitUnchecked(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException unexpected) {
      throw new AssertionError(unexpected);
    }
  }

  private static List<Integer> ahead(ModelListing listing, Executor executor) {
    List<Integer> seen = new ArrayList<>();
    new PageWalk<>(listing, Position.START, 10, ALL, executor)
        .forEachRemaining(step -> seen.addAll(step.items()));
    return seen;
  }

  private static void rethrow(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    throw (RuntimeException) thrown;
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5})
  void aCircleOfTokensEndsWithAnError(int circle) {
    ModelListing listing = new ModelListing(1_000_000, 0);
    listing.circle = circle;
    assertThatThrownBy(() -> walk(listing, Position.START, 10, ALL))
        .isInstanceOfSatisfying(
            RosterException.class,
            error -> assertThat(error.code()).isEqualTo(ErrorCode.INVALID_RESPONSE));
    assertThat(listing.fetches).isLessThan(4 * circle + 8);
  }

  private static List<Integer> walk(
      ModelListing listing, Position start, int pageSize, long limit) {
    List<Integer> seen = new ArrayList<>();
    new PageWalk<>(listing, start, pageSize, limit, null)
        .forEachRemaining(step -> seen.addAll(step.items()));
    return seen;
  }

  private static List<Integer> numbers(int from, int to) {
    return IntStream.range(from, to).boxed().toList();
  }

  /** The numbers from 0, with an empty page before every so many full ones. */
  private static final class ModelListing extends NumberListing {

    private final int items;
    private final int emptyEvery;
    private int fetches;
    private int overfull;
    private int circle;
    private boolean failNext;
    private boolean cancelNext;
    private @Nullable CountDownLatch blockNext;
    private volatile boolean blockedEnded;

    ModelListing(int items, int emptyEvery) {
      this.items = items;
      this.emptyEvery = emptyEvery;
    }

    @Override
    public int largestPage() {
      return 100;
    }

    @Override
    public boolean isPaged() {
      return true;
    }

    @Override
    public RawPage<Integer> fetch(PageRequest page) {
      fetches++;
      if (failNext) {
        failNext = false;
        throw failure(ErrorCode.UNAVAILABLE, "once");
      }
      if (blockNext != null) {
        blockUntilInterrupted(blockNext);
      }
      if (cancelNext) {
        cancelNext = false;
        throw failure(ErrorCode.CANCELLED, "as the thread of an executor that ends");
      }
      int from = page.token().map(ModelListing::number).orElse(0);
      boolean empty =
          emptyEvery > 0 && from % (emptyEvery + 1) == 0 && !page.token().orElse("").endsWith("e");
      if (empty && from < items) {
        return RawPage.of(List.of(), from + "e");
      }
      int to = Math.min(items, from + page.size() + overfull);
      return RawPage.of(numbers(from, to), to == items ? null : token(to, page.size()));
    }

    private void blockUntilInterrupted(CountDownLatch begun) {
      blockNext = null;
      begun.countDown();
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException ended) {
        blockedEnded = true;
        throw failure(ErrorCode.CANCELLED, "the thread was interrupted");
      }
    }

    private String token(int to, int size) {
      return circle == 0 ? String.valueOf(to) : String.valueOf(to / size % circle * size);
    }

    private static int number(String token) {
      return Integer.parseInt(token.replace("e", ""));
    }
  }
}
