package dev.roster;

import dev.roster.internal.argument.Ranges;
import dev.roster.internal.listing.GivenItems;
import dev.roster.internal.paging.Listing;
import dev.roster.internal.paging.PageTokens;
import dev.roster.internal.paging.PageWalk;
import dev.roster.internal.paging.Position;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * A listing: an {@code Iterable} of items that reads page after page as they are asked for.
 *
 * <p>Nothing is sent before the first item or page is asked for, and no page is read that is not
 * needed; memory does not grow with the length of the listing, unless the service sends it in one
 * response, which is then held once until the walk is at its end. Each {@code iterator()}, {@code
 * stream()} and {@code pages()} walks from the start again. Services do not promise an order, nor
 * what a listing shows of changes that happen while it is read.
 *
 * <p>Each page is a call of its own, with its own deadline and retries; what it throws comes out of
 * {@code hasNext()} or {@code next()} as a {@link RosterException}, and asking again retries that
 * page. A service that repeats a page token, which would be a listing without end, fails with
 * {@link ErrorCode#INVALID_RESPONSE}.
 *
 * <p>A pager is immutable and thread-safe; an iterator is for one thread.
 *
 * @param <T> the kind of item
 */
public final class Pager<T> implements Iterable<T> {

  private static final int PAGE_OF_GIVEN_ITEMS = 100;

  private final Listing<T> listing;
  private final Position start;
  private final int pageSize;
  private final long limit;
  private final @Nullable Executor readAhead;

  Pager(Listing<T> listing, int pageSize) {
    this(listing, Position.START, pageSize, Long.MAX_VALUE, null);
  }

  Pager(Listing<T> listing, CallOptions options) {
    this(listing, options.pageSize().orElse(Integer.MAX_VALUE));
  }

  private Pager(
      Listing<T> listing, Position start, int pageSize, long limit, @Nullable Executor readAhead) {
    this.listing = listing;
    this.start = start;
    this.pageSize = pageSize;
    this.limit = limit;
    this.readAhead = readAhead;
  }

  /**
   * A listing of items that are there already, for tests of code that takes a pager. Nothing is
   * sent; everything else is as with a service: pages, limits, tokens to go on from and read-ahead.
   *
   * @param items the items, in their order; none of them null
   * @param <T> the kind of item
   * @return a pager over a copy, in pages of a hundred unless set
   */
  public static <T> Pager<T> of(List<T> items) {
    return new Pager<>(new GivenItems<>(items), PAGE_OF_GIVEN_ITEMS);
  }

  /**
   * This listing in pages of another size. Small pages cost more calls; a size that is larger than
   * the service takes is cut to what it takes, which is also the size unless set.
   *
   * @param size 1 or more
   * @return a new pager
   * @throws IllegalArgumentException if the size is less than 1
   */
  public Pager<T> withPageSize(int size) {
    return new Pager<>(listing, start, Ranges.pageSize(size), limit, readAhead);
  }

  /**
   * This listing, ended after some items.
   *
   * @param items the most items; positive
   * @return a new pager
   * @throws IllegalArgumentException if the number is not positive
   */
  public Pager<T> withLimit(long items) {
    return new Pager<>(listing, start, pageSize, Ranges.limit(items), readAhead);
  }

  /**
   * This listing from the place where another walk through it ended, in this process or another.
   *
   * @param token of {@link Page#next()}
   * @return a new pager
   * @throws RosterException with {@link ErrorCode#INVALID_PAGE_TOKEN} if the token is damaged, or
   *     of another provider, store or query; nothing is sent. A token that the service has
   *     forgotten shows when the page is read.
   */
  public Pager<T> startingAt(PageToken token) {
    Objects.requireNonNull(token, "page token must not be null");
    Position position = PageTokens.decode(listing.identity(), token.value());
    if (position == null) {
      throw listing.failure(
          ErrorCode.INVALID_PAGE_TOKEN,
          "the page token is damaged, or belongs to another provider, store or query");
    }
    return new Pager<>(listing, position, pageSize, limit, readAhead);
  }

  /**
   * This listing, with the next page read on one of the client's own threads while the caller works
   * on this one. It reads at most one page more than the caller asks for.
   *
   * @return a new pager
   */
  public Pager<T> withReadAhead() {
    return withReadAhead(listing.threads());
  }

  /**
   * As {@link #withReadAhead()}, on the caller's threads.
   *
   * @param executor runs the reading, and is never shut down; when it refuses, fails or has no free
   *     thread, the page is read when it is asked for
   * @return a new pager
   */
  public Pager<T> withReadAhead(Executor executor) {
    Objects.requireNonNull(executor, "executor must not be null");
    return new Pager<>(listing, start, pageSize, limit, executor);
  }

  /**
   * The items, one by one.
   *
   * @return a new iterator, without {@code remove}
   */
  @Override
  public Iterator<T> iterator() {
    return new ItemIterator<>(walk());
  }

  /**
   * The items as a sequential, lazy stream. It holds no resource, so it need not be closed.
   *
   * @return a new stream
   */
  public Stream<T> stream() {
    return StreamSupport.stream(spliterator(), false);
  }

  /**
   * The pages, each with the token to go on after it, and with how many members it skipped because
   * this version does not know their kind.
   *
   * @return an iterable of pages; a page may be empty
   */
  public Iterable<Page<T>> pages() {
    return () -> new PageIterator<>(walk(), listing.identity());
  }

  ClientMethod method() {
    return listing.method();
  }

  private PageWalk<T> walk() {
    return new PageWalk<>(listing, start, pageSize, limit, readAhead);
  }

  private record PageIterator<T>(PageWalk<T> walk, String identity) implements Iterator<Page<T>> {

    @Override
    public boolean hasNext() {
      return walk.hasNext();
    }

    @Override
    public Page<T> next() {
      PageWalk.Step<T> step = walk.next();
      Position next = step.next();
      return new Page<>(
          step.items(),
          step.skipped(),
          next == null ? null : () -> new PageToken(PageTokens.encode(identity, next)));
    }
  }

  private static final class ItemIterator<T> implements Iterator<T> {

    private final PageWalk<T> walk;
    private Iterator<T> page = Collections.emptyIterator();

    ItemIterator(PageWalk<T> walk) {
      this.walk = walk;
    }

    @Override
    public boolean hasNext() {
      while (!page.hasNext() && walk.hasNext()) {
        page = walk.next().items().iterator();
      }
      return page.hasNext();
    }

    @Override
    public T next() {
      if (!hasNext()) {
        throw new NoSuchElementException();
      }
      return page.next();
    }
  }
}
