package dev.roster.internal.paging;

import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a subscription reads its pages and delivers their items. What is attached to a promise runs
 * on the thread that completes it. No failure of an executor is thrown: it completes the promise.
 */
public interface ReadingThreads {

  /**
   * Reads a page on another thread.
   *
   * @param page reads it
   * @param promise completed with the page or with what the reading throws; ends the reading when
   *     it is completed from outside
   * @param <P> the kind of page
   */
  <P> void read(Supplier<@Nullable P> page, CompletableFuture<@Nullable P> promise);

  /**
   * Changes to another thread.
   *
   * @param promise completed there with null, or with an error where the client is closed
   * @param <P> the kind of page
   */
  <P> void resume(CompletableFuture<@Nullable P> promise);
}
