package dev.roster.memory.internal.paging;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.IdentityStoreId;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SortedRowsTest {

  private static final int PAGE = 100;

  private final AtomicInteger looks = new AtomicInteger();

  @ParameterizedTest
  @MethodSource("seeds")
  void rowsAreThoseOfASortedSetWhateverIsAddedAndRemoved(int seed) {
    Random random = new Random(seed);
    SortedRows<Row> rows = new SortedRows<>();
    TreeSet<Integer> expected = new TreeSet<>();
    for (int step = 1; step <= 500; step++) {
      if (expected.isEmpty() || random.nextInt(500) > step) {
        rows.append(new Row(step));
        expected.add(step);
      } else {
        int gone = expected.ceiling(1 + random.nextInt(expected.last()));
        rows.remove(new Row(gone));
        expected.remove(gone);
      }
      int after = random.nextInt(step + 2);
      assertThat(rows.size()).isEqualTo(expected.size());
      assertThat(rows.indexAfter(after)).isEqualTo(expected.headSet(after, true).size());
    }

    assertThat(numbers(rows)).containsExactlyElementsOf(expected);
  }

  static IntStream seeds() {
    return IntStream.range(0, 30);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 10_000, 500_000})
  void aPageLooksAtItsOwnRowsAndAtAFewToFindItsPlace(int size) {
    SortedRows<Row> rows = rows(size);
    Pages pages = new Pages(new IdentityStoreId("d-1234567890"));
    RawPage<Long> first = page(pages, rows, PageRequest.first(PAGE / 2));
    String token = first.nextToken().orElseThrow();
    looks.set(0);

    RawPage<Long> second = page(pages, rows, PageRequest.after(PAGE / 2, token));

    assertThat(second.items()).hasSize(PAGE / 2).startsWith(PAGE / 2 + 1L);
    int toFindThePlace = 32 - Integer.numberOfLeadingZeros(size);
    assertThat(looks).hasValueLessThanOrEqualTo(2 * PAGE + toFindThePlace);
  }

  @Test
  void removingTheLastRowMovesNothingAndLeavesNothingBehind() {
    SortedRows<Row> rows = rows(1_000);

    while (rows.size() > 0) {
      rows.remove(rows.last());
    }
    rows.append(new Row(2_000));

    assertThat(numbers(rows)).containsExactly(2_000);
  }

  private RawPage<Long> page(Pages pages, SortedRows<Row> rows, PageRequest page) {
    return pages.page(rows, any -> true, Row::sequence, "rows", page);
  }

  private SortedRows<Row> rows(int size) {
    SortedRows<Row> rows = new SortedRows<>();
    for (int each = 1; each <= size; each++) {
      rows.append(new Row(each));
    }
    return rows;
  }

  private static List<Integer> numbers(SortedRows<Row> rows) {
    List<Integer> numbers = new ArrayList<>();
    for (int each = 0; each < rows.size(); each++) {
      numbers.add((int) rows.get(each).sequence());
    }
    return numbers;
  }

  private final class Row implements Sequenced {

    private final long sequence;

    Row(long sequence) {
      this.sequence = sequence;
    }

    @Override
    public long sequence() {
      looks.incrementAndGet();
      return sequence;
    }
  }
}
