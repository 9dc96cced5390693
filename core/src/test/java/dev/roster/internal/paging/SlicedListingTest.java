package dev.roster.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A listing that comes whole is read once a walk, in pages that can be resumed. */
class SlicedListingTest {

  private static final long ALL = Long.MAX_VALUE;

  private final WholeListing listing = new WholeListing();

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 13, 100, 1_000})
  void aWalkReadsItOnceWhateverThePageSize(int size) {
    listing.holds(IntStream.range(0, 100).boxed().toList());
    assertThat(rest(Position.START, size)).containsExactlyElementsOf(listing.items);
    assertThat(listing.reads).isEqualTo(1);
  }

  @Test
  void anEmptyOneIsOneEmptyPage() {
    assertThat(rest(Position.START, 5)).isEmpty();
    assertThat(listing.reads).isEqualTo(1);
  }

  @Test
  void itsOrderNeedNotStayTheSame() {
    listing.holds(List.of(3, 1, 2));
    PageWalk<Integer> walk = walk(Position.START, 1);
    List<Integer> seen = new ArrayList<>(walk.next().items());
    PageWalk.Step<Integer> second = walk.next();
    seen.addAll(second.items());
    listing.holds(List.of(2, 3, 1));
    seen.addAll(rest(position(second), 1));
    assertThat(seen).containsExactly(1, 2, 3);
  }

  @Test
  void whatStaysIsSeenOnceWhateverComesAndGoesBetweenResumptions() {
    Random random = new Random(20261121);
    for (int round = 0; round < 300; round++) {
      TreeSet<Integer> stays = new TreeSet<>(random.ints(20, 0, 200).boxed().toList());
      List<Integer> seen = new ArrayList<>();
      Position position = Position.START;
      while (position != null) {
        TreeSet<Integer> now = new TreeSet<>(stays);
        random.ints(10, 200, 400).forEach(extra -> now.add(extra - 200));
        listing.holds(List.copyOf(now));
        PageWalk.Step<Integer> step = walk(position, 1 + random.nextInt(7)).next();
        seen.addAll(step.items());
        position = step.next();
      }
      assertThat(seen).containsAll(stays).doesNotHaveDuplicates();
    }
  }

  @Test
  void whatThePageHoldsTwiceIsHandedOutOnce() {
    listing.holds(List.of(1, 2, 2, 3, 1));
    assertThat(rest(Position.START, 5)).containsExactly(1, 2, 3);
    listing.paged = true;
    assertThat(rest(Position.START, 5)).containsExactly(1, 2, 3);
  }

  @Test
  void whatTheDriverSkippedIsToldOnceWithTheFirstPage() {
    listing.holds(List.of(1, 2, 3));
    listing.skipped = 2;
    PageWalk<Integer> walk = walk(Position.START, 2);
    PageWalk.Step<Integer> first = walk.next();
    assertThat(first.skipped()).isEqualTo(2);
    assertThat(walk.next().skipped()).isZero();
    assertThat(walk(position(first), 2).next().skipped()).isZero();
    listing.paged = true;
    PageWalk<Integer> limited = new PageWalk<>(listing, Position.START, 5, 2, null);
    PageWalk.Step<Integer> part = limited.next();
    assertThat(part.skipped()).isEqualTo(2);
    assertThat(walk(position(part), 5).next().skipped()).isZero();
  }

  @Test
  void readAheadReadsNothingMore() {
    listing.holds(List.of(1, 2, 3, 4));
    PageWalk<Integer> walk = new PageWalk<>(listing, Position.START, 2, ALL, Runnable::run);
    assertThat(walk.next().items()).containsExactly(1, 2);
    assertThat(walk.next().items()).containsExactly(3, 4);
    assertThat(walk.hasNext()).isFalse();
    assertThat(listing.reads).isEqualTo(1);
  }

  private PageWalk<Integer> walk(Position start, int size) {
    return new PageWalk<>(listing, start, size, ALL, null);
  }

  private static Position position(PageWalk.Step<Integer> step) {
    Position next = step.next();
    assertThat(next).isNotNull();
    return next == null ? Position.START : next;
  }

  private List<Integer> rest(Position start, int size) {
    List<Integer> seen = new ArrayList<>();
    walk(start, size).forEachRemaining(step -> seen.addAll(step.items()));
    return seen;
  }

  private static final class WholeListing extends NumberListing {

    private List<Integer> items = List.of();
    private boolean paged;
    private int reads;
    private int skipped;

    void holds(List<Integer> now) {
      items = now;
    }

    @Override
    public int largestPage() {
      return 1_000;
    }

    @Override
    public boolean isPaged() {
      return paged;
    }

    @Override
    public RawPage<Integer> fetch(PageRequest page) {
      reads++;
      return RawPage.of(items, null).withSkipped(skipped);
    }
  }
}
