package dev.roster.internal.paging;

import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.RosterException;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A listing that comes whole, cut into pages for one walk. It is read once and held until the walk
 * is at its end. A page goes on after the key of the last item that was handed out, so that a walk
 * which is resumed elsewhere leaves nothing out and repeats nothing, whatever came and went
 * meanwhile. Used by one thread at a time.
 */
final class SlicedListing<T> implements Listing<T> {

  private final Listing<T> whole;
  private @Nullable List<T> items;
  private int skipped;

  SlicedListing(Listing<T> whole) {
    this.whole = whole;
  }

  @Override
  public RawPage<T> fetch(PageRequest page) {
    List<T> all = items();
    int from = page.token().map(last -> indexAfter(all, last)).orElse(0);
    int to = (int) Math.min(all.size(), (long) from + page.size());
    List<T> slice = all.subList(from, to);
    boolean last = to == all.size();
    items = last ? null : all;
    RawPage<T> cut = RawPage.of(slice, last ? null : key(all.get(to - 1)));
    return page.token().isEmpty() ? cut.withSkipped(skipped) : cut;
  }

  private List<T> items() {
    List<T> read = items;
    if (read == null) {
      RawPage<T> everything = whole.fetch(PageRequest.first(largestPage()));
      skipped = everything.skipped();
      read = new ArrayList<>(everything.items());
      read.sort(Comparator.comparing(this::key));
      items = read;
    }
    return read;
  }

  private int indexAfter(List<T> sorted, String last) {
    int low = 0;
    int high = sorted.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (key(sorted.get(middle)).compareTo(last) <= 0) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  @Override
  public String identity() {
    return whole.identity();
  }

  @Override
  public ClientMethod method() {
    return whole.method();
  }

  @Override
  public int largestPage() {
    return whole.largestPage();
  }

  /** Its pages are pages like any other. */
  @Override
  public boolean isPaged() {
    return true;
  }

  @Override
  public String key(T item) {
    return whole.key(item);
  }

  @Override
  public PageAhead.Work reading(Supplier<RawPage<T>> read, CompletableFuture<RawPage<T>> promise) {
    return whole.reading(read, promise);
  }

  @Override
  public RosterException failure(ErrorCode code, String message) {
    return whole.failure(code, message);
  }

  @Override
  public Executor threads() {
    return whole.threads();
  }
}
