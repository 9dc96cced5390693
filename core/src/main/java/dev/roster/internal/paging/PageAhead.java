package dev.roster.internal.paging;

import dev.roster.ErrorCode;
import dev.roster.RosterException;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A page that is being read on another thread. */
public final class PageAhead<T> {

  private static final Logger LOG = LoggerFactory.getLogger("dev.roster.Pager");

  private final Listing<T> listing;
  private final PageRequest page;
  private final CompletableFuture<RawPage<T>> read = new CompletableFuture<>();
  private final Work reading;

  /** Runs once, on whichever thread comes first. */
  public interface Work extends Runnable {

    /** Keeps the work from beginning, or interrupts it. */
    void cancel();
  }

  private PageAhead(Listing<T> listing, PageRequest page) {
    this.listing = listing;
    this.page = page;
    this.reading = listing.reading(() -> listing.fetch(page), read);
  }

  /** Starts to read. Where the executor fails in any way, the page is read when it is needed. */
  static <T> PageAhead<T> start(Listing<T> listing, PageRequest page, Executor executor) {
    PageAhead<T> ahead = new PageAhead<>(listing, page);
    try {
      executor.execute(ahead.reading);
    } catch (RejectedExecutionException noRoom) {
      // It says so before it reads anything.
    } catch (Throwable broken) {
      LOG.warn("an executor for reading ahead failed; the page is read when it is needed", broken);
    }
    return ahead;
  }

  /**
   * Reads the page itself where no thread has begun to: the executor may be full, or have ended.
   */
  RawPage<T> get() {
    reading.run();
    try {
      return read.get();
    } catch (InterruptedException interrupted) {
      reading.cancel();
      awaitEnd();
      Thread.currentThread().interrupt();
      throw listing.failure(ErrorCode.CANCELLED, "the thread was interrupted");
    } catch (ExecutionException failed) {
      return afterFailure(failed.getCause());
    }
  }

  /** Nothing of the walk goes on after it has failed for its caller. */
  private void awaitEnd() {
    var unused = read.handle((page, failure) -> page != null).join();
  }

  /** An executor that ends interrupts its threads, which is no end of the caller's walk. */
  private RawPage<T> afterFailure(@Nullable Throwable failure) {
    boolean cancelled =
        failure instanceof RosterException error && error.code() == ErrorCode.CANCELLED;
    if (cancelled && !Thread.currentThread().isInterrupted()) {
      return listing.fetch(page);
    }
    if (failure instanceof RuntimeException cause) {
      throw cause;
    }
    if (failure instanceof Error broken) {
      throw broken;
    }
    throw new AssertionError("a listing throws no checked exception", failure);
  }
}
