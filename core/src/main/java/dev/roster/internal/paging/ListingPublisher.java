package dev.roster.internal.paging;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Flow;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A listing that is read as its subscribers ask for it, by each from the start.
 *
 * @param <P> the kind of page
 * @param <R> what subscribers get
 */
public final class ListingPublisher<P, R> implements Flow.Publisher<R> {

  private final Supplier<Iterator<P>> walks;
  private final Function<P, List<R>> items;
  private final Supplier<ReadingThreads> threads;

  /**
   * A listing that nothing has been read of.
   *
   * @param walks begins a walk through the pages, without reading one
   * @param items what subscribers get of a page
   * @param threads where a subscriber's pages are read and its items delivered; asked on the thread
   *     that subscribes
   */
  public ListingPublisher(
      Supplier<Iterator<P>> walks, Function<P, List<R>> items, Supplier<ReadingThreads> threads) {
    this.walks = walks;
    this.items = items;
    this.threads = threads;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super R> subscriber) {
    Objects.requireNonNull(subscriber, "subscriber must not be null");
    ReadingThreads reading = threads.get();
    try {
      new ListingSubscription<>(walks.get(), items, reading, subscriber).start();
    } catch (RuntimeException refused) {
      new ListingSubscription<>(Collections.<P>emptyIterator(), items, reading, subscriber)
          .fail(refused);
    }
  }
}
