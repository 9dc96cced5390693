package dev.roster.internal.paging;

import dev.roster.ErrorCode;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/**
 * Walks through a listing page by page. Lazy: a page is read when it is asked for, or one page
 * before with read-ahead. A page that could not be read can be asked for again. Not thread-safe.
 *
 * @param <T> the kind of item
 */
public final class PageWalk<T> implements Iterator<PageWalk.Step<T>> {

  /**
   * A page and where the walk goes on.
   *
   * @param items the page's items, as far as the walk wants them
   * @param skipped how many members of the page the driver left out
   * @param next where the listing goes on, or null at its end
   * @param <T> the kind of item
   */
  public record Step<T>(List<T> items, int skipped, @Nullable Position next) {}

  private final Listing<T> listing;
  private final int pageSize;
  private final RepeatedTokenGuard guard;
  private final @Nullable Executor readAhead;
  private @Nullable PageAhead<T> ahead;
  private @Nullable Position position;
  private long wanted;

  /**
   * A walk that has not begun.
   *
   * @param listing what to walk through
   * @param start where to begin
   * @param pageSize the most items of a page
   * @param limit the most items of the walk
   * @param readAhead where the next page is read while the caller works on this one, or null
   */
  public PageWalk(
      Listing<T> listing, Position start, int pageSize, long limit, @Nullable Executor readAhead) {
    this.listing = listing.isPaged() ? listing : new SlicedListing<>(listing);
    this.position = start;
    int size = Math.min(pageSize, listing.largestPage());
    this.pageSize = (int) Math.min(size, Math.min(start.skip(), size) + Math.min(limit, size));
    this.wanted = limit;
    this.readAhead = readAhead;
    this.guard = new RepeatedTokenGuard(start.token());
  }

  @Override
  public boolean hasNext() {
    return position != null && wanted > 0;
  }

  @Override
  public Step<T> next() {
    Position here = requireNext();
    RawPage<T> page = page(here);
    int skipped = here.skip() == 0 ? page.skipped() : 0;
    Step<T> step = step(here, distinct(page.items()), skipped, tokenAfter(page));
    position = step.next();
    wanted -= step.items().size();
    startReadAhead();
    return step;
  }

  private Position requireNext() {
    if (position == null || wanted <= 0) {
      throw new NoSuchElementException();
    }
    return position;
  }

  private @Nullable String tokenAfter(RawPage<T> page) {
    String token = page.nextToken().orElse(null);
    if (token != null && guard.isRepeated(token)) {
      throw listing.failure(
          ErrorCode.INVALID_RESPONSE,
          "the service repeats a page token, so the listing would never end");
    }
    return token;
  }

  /** What a page holds twice is handed out once, at its first place. */
  private List<T> distinct(List<T> items) {
    Set<String> keys = new HashSet<>();
    List<T> once = items.stream().filter(item -> keys.add(listing.key(item))).toList();
    return once.size() == items.size() ? items : once;
  }

  /** A page that is handed out in two parts tells of what was skipped once, with the first. */
  private Step<T> step(Position here, List<T> items, int skipped, @Nullable String token) {
    int from = (int) Math.min(here.skip(), items.size());
    int to = from + (int) Math.min(items.size() - from, wanted);
    List<T> taken = to - from == items.size() ? items : items.subList(from, to);
    if (to < items.size()) {
      return new Step<>(taken, skipped, new Position(here.token(), to));
    }
    return new Step<>(
        taken, skipped, token == null ? null : new Position(token, here.skip() - from));
  }

  private RawPage<T> page(Position here) {
    PageAhead<T> started = ahead;
    ahead = null;
    return started == null ? listing.fetch(request(here)) : started.get();
  }

  private void startReadAhead() {
    Position next = position;
    if (readAhead != null && next != null && wanted > 0) {
      ahead = PageAhead.start(listing, request(next), readAhead);
    }
  }

  private PageRequest request(Position at) {
    return at.token() == null
        ? PageRequest.first(pageSize)
        : PageRequest.after(pageSize, at.token());
  }
}
