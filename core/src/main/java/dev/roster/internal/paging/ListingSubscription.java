package dev.roster.internal.paging;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One subscriber's way through a listing, in steps. A step reads a page, or only changes to another
 * thread where items of the last page are left, and then delivers what is asked for. There is one
 * step at a time, so that signals never overlap, and none while nothing is asked for. At most one
 * page is held.
 *
 * <p>The lock guards the fields and is never held while anything else is called.
 */
final class ListingSubscription<P, R> implements Flow.Subscription {

  private static final Logger LOG = LoggerFactory.getLogger("dev.roster.AsyncPager");

  private final Iterator<P> pages;
  private final Function<P, List<R>> items;
  private final ReadingThreads threads;
  private Flow.@Nullable Subscriber<? super R> subscriber;
  private Iterator<R> page = Collections.emptyIterator();
  private long demand;
  private @Nullable Throwable failure;
  private @Nullable CompletableFuture<@Nullable P> underWay;

  /** Set until the subscriber has been greeted, so that what it asks for meanwhile waits. */
  private boolean busy = true;

  ListingSubscription(
      Iterator<P> pages,
      Function<P, List<R>> items,
      ReadingThreads threads,
      Flow.Subscriber<? super R> subscriber) {
    this.pages = pages;
    this.items = items;
    this.threads = threads;
    this.subscriber = subscriber;
  }

  private enum Next {
    ITEM,
    STEP,
    END,
    FAILURE,
    NOTHING
  }

  /** Begins with the subscriber. */
  void start() {
    signal(subscriber(), receiver -> receiver.onSubscribe(this));
    if (deliver()) {
      advance();
    }
  }

  /** Begins with the subscriber and ends at once. */
  void fail(RuntimeException refused) {
    failure = refused;
    start();
  }

  @Override
  public void request(long n) {
    if (n < 1) {
      refuse(new IllegalArgumentException("at least 1 item must be requested, but it is " + n));
    } else if (isBegunBy(n)) {
      advance();
    }
  }

  /** Returns whether it is for this request to make a step. */
  private synchronized boolean isBegunBy(long n) {
    demand = demand + n < 0 ? Long.MAX_VALUE : demand + n;
    boolean begins = !busy && subscriber != null;
    busy |= begins;
    return begins;
  }

  private void refuse(IllegalArgumentException illegal) {
    CompletableFuture<@Nullable P> reading;
    boolean idle;
    synchronized (this) {
      failure = illegal;
      reading = underWay;
      idle = !busy;
      busy = true;
    }
    if (idle) {
      var unused = deliver();
    } else if (reading != null) {
      reading.completeExceptionally(illegal);
    }
  }

  @Override
  public void cancel() {
    CompletableFuture<@Nullable P> reading;
    synchronized (this) {
      reading = underWay;
      var unused = release();
    }
    if (reading != null) {
      reading.cancel(true);
    }
  }

  /** Makes steps. Those that an executor makes on this thread do not make its stack grow. */
  private void advance() {
    boolean more = true;
    while (more) {
      more = new Step().isMadeHere() && deliver();
    }
  }

  /** One step, which ends on the thread of the executor. */
  private final class Step implements BiConsumer<@Nullable P, @Nullable Throwable> {

    private final Thread submitter = Thread.currentThread();
    private boolean submitted;
    private boolean ended;

    /** Returns whether the step has been made on this thread, which then goes on. */
    boolean isMadeHere() {
      CompletableFuture<@Nullable P> promise = new CompletableFuture<>();
      var unused = promise.whenComplete(this);
      switch (begin(promise)) {
        case ITEM -> threads.resume(promise);
        case STEP -> threads.read(pages::next, promise);
        default -> ended = true;
      }
      submitted = true;
      return ended;
    }

    @Override
    public void accept(@Nullable P read, @Nullable Throwable thrown) {
      end(read, thrown);
      if (Thread.currentThread() == submitter && !submitted) {
        ended = true;
      } else if (deliver()) {
        advance();
      }
    }
  }

  private synchronized Next begin(CompletableFuture<@Nullable P> promise) {
    if (subscriber == null || failure != null) {
      return Next.NOTHING;
    }
    underWay = promise;
    return page.hasNext() ? Next.ITEM : Next.STEP;
  }

  private synchronized void end(@Nullable P read, @Nullable Throwable thrown) {
    underWay = null;
    failure = failure == null ? thrown : failure;
    if (read != null && subscriber != null) {
      page = items.apply(read).iterator();
    }
  }

  /** Delivers what is there and asked for. Returns whether another step is needed. */
  private boolean deliver() {
    Next next = next();
    while (next == Next.ITEM) {
      deliverItem();
      next = next();
    }
    if (next == Next.END) {
      signal(release(), Flow.Subscriber::onComplete);
    } else if (next == Next.FAILURE) {
      Throwable why = failure();
      signal(release(), receiver -> receiver.onError(why));
    }
    return next == Next.STEP;
  }

  private synchronized Next next() {
    if (subscriber == null) {
      return Next.NOTHING;
    }
    if (failure != null) {
      return Next.FAILURE;
    }
    return page.hasNext() ? nextOf(Next.ITEM) : nextPage();
  }

  private Next nextPage() {
    page = Collections.emptyIterator();
    return pages.hasNext() ? nextOf(Next.STEP) : Next.END;
  }

  /** What is next is for later where nothing is asked for. */
  private Next nextOf(Next wanted) {
    busy = demand > 0;
    return busy ? wanted : Next.NOTHING;
  }

  private void deliverItem() {
    Flow.Subscriber<? super R> receiver;
    R item;
    synchronized (this) {
      if (subscriber == null) {
        return;
      }
      demand -= demand == Long.MAX_VALUE ? 0 : 1;
      receiver = subscriber;
      item = page.next();
    }
    signal(receiver, to -> to.onNext(item));
  }

  /** A subscriber that throws has broken its contract and gets nothing more. */
  private void signal(
      Flow.@Nullable Subscriber<? super R> receiver, Consumer<Flow.Subscriber<? super R>> signal) {
    if (receiver == null) {
      return;
    }
    try {
      signal.accept(receiver);
    } catch (Throwable broken) {
      LOG.warn("a subscriber of a listing threw; its subscription is cancelled", broken);
      cancel();
    }
  }

  private synchronized Flow.@Nullable Subscriber<? super R> subscriber() {
    return subscriber;
  }

  private synchronized Throwable failure() {
    return failure == null ? new AssertionError("no failure") : failure;
  }

  /** Keeps no reference to whom nothing is delivered to any more. */
  private synchronized Flow.@Nullable Subscriber<? super R> release() {
    Flow.Subscriber<? super R> receiver = subscriber;
    subscriber = null;
    page = Collections.emptyIterator();
    return receiver;
  }
}
