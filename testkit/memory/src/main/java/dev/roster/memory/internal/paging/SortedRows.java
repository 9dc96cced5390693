package dev.roster.memory.internal.paging;

import java.util.Arrays;

/**
 * Rows in the order in which they were made, four bytes each. The place after any sequence number
 * is found in logarithmic time, whether or not the row of that number is still there. A row is
 * removed by moving the later ones up, which is a copy of memory; the last one costs nothing.
 */
public final class SortedRows<R extends Sequenced> {

  private static final Sequenced[] NONE = {};
  private static final int SMALLEST = 4;

  private Sequenced[] rows = NONE;
  private int size;

  public int size() {
    return size;
  }

  @SuppressWarnings("unchecked")
  public R get(int index) {
    return (R) rows[index];
  }

  public R last() {
    return get(size - 1);
  }

  /** Adds a row that was made after all that are there. */
  public void append(R row) {
    if (size == rows.length) {
      rows = Arrays.copyOf(rows, Math.max(SMALLEST, size + (size >> 1)));
    }
    rows[size++] = row;
  }

  public void remove(R row) {
    int index = indexAfter(row.sequence()) - 1;
    System.arraycopy(rows, index + 1, rows, index, size - index - 1);
    rows = --size < rows.length / SMALLEST ? Arrays.copyOf(rows, size) : rows;
    Arrays.fill(rows, size, Math.min(size + 1, rows.length), null);
  }

  /** The index of the first row that was made after a sequence number. */
  int indexAfter(long sequence) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (get(middle).sequence() <= sequence) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }
}
