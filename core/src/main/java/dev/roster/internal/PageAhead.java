package dev.roster.internal;

import dev.roster.ErrorCode;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;

/** A page that is being read on another thread. */
final class PageAhead<T> {

  private final Listing<T> listing;
  private final FutureTask<RawPage<T>> task;

  private PageAhead(Listing<T> listing, PageRequest page) {
    this.listing = listing;
    this.task = new FutureTask<>(() -> listing.fetch(page));
  }

  /**
   * Starts to read, or returns null where the executor has no room: then it is read when needed.
   */
  static <T> @Nullable PageAhead<T> start(Listing<T> listing, PageRequest page, Executor executor) {
    PageAhead<T> ahead = new PageAhead<>(listing, page);
    try {
      executor.execute(ahead.task);
      return ahead;
    } catch (RejectedExecutionException noRoom) {
      return null;
    }
  }

  /**
   * Reads the page itself where no thread has begun to: the executor may be full, or have ended.
   */
  RawPage<T> get() {
    task.run();
    try {
      return task.get();
    } catch (InterruptedException interrupted) {
      task.cancel(true);
      Thread.currentThread().interrupt();
      throw listing.failure(ErrorCode.CANCELLED, "the thread was interrupted");
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException cause) {
        throw cause;
      }
      if (failed.getCause() instanceof Error broken) {
        throw broken;
      }
      throw new AssertionError("a listing throws no checked exception", failed.getCause());
    }
  }
}
