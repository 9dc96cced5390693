package dev.roster;

import dev.roster.internal.argument.Ranges;
import dev.roster.internal.call.SubmittedCalls;
import dev.roster.internal.paging.ListingPublisher;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A listing on other threads: a publisher of its items, or of its pages, or single pages as
 * futures. Made by {@link AsyncRosterClient} and {@link AsyncDirectoryEntries}; what {@link Pager}
 * says of listings, pages, tokens and errors holds here.
 *
 * <p>A subscription reads a page only when its subscriber has requested more items than it has, and
 * holds at most one page; each subscriber reads the listing from the start. Pages are read and
 * items delivered on the executor of the {@link AsyncRosterClient}, so that {@code request} never
 * waits for a page or for a subscriber. A waiting subscriber occupies no thread, a slow {@code
 * onNext} occupies one. {@code cancel} ends a page that is being read at once, as an interrupt
 * does.
 *
 * <p>{@code onError} gets the {@link RosterException} that {@link Pager} throws; arguments that the
 * service does not take and page tokens of another listing show there as well, before anything is
 * sent. The subscription is over then; a new one can go on from a page token. A subscriber that
 * throws is cancelled, and what it threw is logged.
 *
 * <p>Each page is a call of its own, whose deadline counts from the request that needs it. Pages
 * are read and signals delivered in the {@link ThreadContext} of the thread that subscribed,
 * whichever thread requests.
 *
 * <p>Immutable and thread-safe.
 *
 * @param <T> the kind of item
 */
public final class AsyncPager<T> implements Flow.Publisher<T> {

  private final ClientMethod method;
  private final SubmittedCalls calls;
  private final Supplier<Pager<T>> listing;

  AsyncPager(ClientMethod method, SubmittedCalls calls, Supplier<Pager<T>> listing) {
    this.method = method;
    this.calls = calls;
    this.listing = listing;
  }

  /**
   * As {@link Pager#withPageSize}.
   *
   * @param size 1 or more
   * @return a new listing
   * @throws IllegalArgumentException if the size is less than 1
   */
  public AsyncPager<T> withPageSize(int size) {
    int checked = Ranges.pageSize(size);
    return new AsyncPager<>(method, calls, () -> listing.get().withPageSize(checked));
  }

  /**
   * As {@link Pager#withLimit}.
   *
   * @param items the most items; positive
   * @return a new listing
   * @throws IllegalArgumentException if the number is not positive
   */
  public AsyncPager<T> withLimit(long items) {
    long checked = Ranges.limit(items);
    return new AsyncPager<>(method, calls, () -> listing.get().withLimit(checked));
  }

  /**
   * As {@link Pager#startingAt}; a token that cannot be used fails the subscription or the future.
   *
   * @param token of {@link Page#next()}
   * @return a new listing
   */
  public AsyncPager<T> startingAt(PageToken token) {
    Objects.requireNonNull(token, "page token must not be null");
    return new AsyncPager<>(method, calls, () -> listing.get().startingAt(token));
  }

  /** Publishes the items, one by one. */
  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    publisher(Page::items).subscribe(subscriber);
  }

  /**
   * The pages, each with the token to go on after it. A page counts as one item: the next one is
   * read when it is requested.
   *
   * @return a publisher of pages; a page may be empty
   */
  public Flow.Publisher<Page<T>> pages() {
    return publisher(List::of);
  }

  private <R> Flow.Publisher<R> publisher(Function<Page<T>, List<R>> items) {
    return new ListingPublisher<>(
        () -> listing.get().pages().iterator(), items, () -> calls.reading(method));
  }

  /**
   * The page at which this listing starts. With {@link #startingAt} and {@link Page#next()} it
   * leads from page to page:
   *
   * <pre>{@code
   * CompletableFuture<Integer> size(AsyncPager<?> listing) {
   *   return listing
   *       .firstPage()
   *       .thenCompose(
   *           page ->
   *               page.next()
   *                   .map(next -> size(listing.startingAt(next)))
   *                   .orElseGet(() -> CompletableFuture.completedFuture(0))
   *                   .thenApply(rest -> page.items().size() + rest));
   * }
   * }</pre>
   *
   * @return the call's future
   */
  public CompletableFuture<Page<T>> firstPage() {
    return calls.submit(method, () -> listing.get().pages().iterator().next());
  }
}
