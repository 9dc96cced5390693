package dev.roster.internal.listing;

import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.RosterException;
import dev.roster.internal.errors.Failures;
import dev.roster.internal.paging.Listing;
import dev.roster.internal.paging.PageAhead;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * A listing of items that are there already, for tests of applications. Its service tokens are the
 * numbers of items before a page.
 *
 * @param <T> the kind of item
 */
public final class GivenItems<T> implements Listing<T> {

  private final List<T> items;
  private final AtomicLong keys = new AtomicLong();

  /**
   * A listing of some items.
   *
   * @param items none of them null
   */
  public GivenItems(List<T> items) {
    this.items = List.copyOf(items);
  }

  /** Lists of the same length share tokens, as one listing does over time. */
  @Override
  public String identity() {
    return "given items";
  }

  @Override
  public ClientMethod method() {
    return ClientMethod.LIST_MEMBERSHIPS;
  }

  @Override
  public RawPage<T> fetch(PageRequest page) {
    int from = Math.min(items.size(), page.token().map(Integer::parseInt).orElse(0));
    int to = from + Math.min(items.size() - from, page.size());
    return RawPage.of(items.subList(from, to), to < items.size() ? Integer.toString(to) : null);
  }

  @Override
  public int largestPage() {
    return Integer.MAX_VALUE;
  }

  @Override
  public boolean isPaged() {
    return true;
  }

  /** A text of its own each time: an item that was given twice is handed out twice. */
  @Override
  public String key(T item) {
    return Long.toString(keys.getAndIncrement());
  }

  @Override
  public PageAhead.Work reading(Supplier<RawPage<T>> read, CompletableFuture<RawPage<T>> promise) {
    return new Reading(new AtomicBoolean(), () -> promise.complete(read.get()));
  }

  private record Reading(AtomicBoolean begun, Runnable read) implements PageAhead.Work {

    @Override
    public void run() {
      if (begun.compareAndSet(false, true)) {
        read.run();
      }
    }

    @Override
    public void cancel() {
      run();
    }
  }

  @Override
  public RosterException failure(ErrorCode code, String message) {
    return Failures.exception("list", method(), code, message);
  }

  @Override
  public Executor threads() {
    return Runnable::run;
  }
}
