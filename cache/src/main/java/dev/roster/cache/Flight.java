package dev.roster.cache;

import dev.roster.ErrorCode;
import dev.roster.RosterException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/** One key that one caller asks the service for, while others wait for the same result. */
final class Flight<V> {

  /**
   * How it ended for those who wait.
   *
   * @param value what was found; null where there is none
   * @param isAnswer false where those who wait have to ask themselves
   */
  record Landing<V>(@Nullable V value, boolean isAnswer) {}

  private final CompletableFuture<Landing<V>> landing = new CompletableFuture<>();
  private final boolean alone;

  /**
   * A request that is about to be made.
   *
   * @param alone whether it is for this key only, so that its failure is about this key
   */
  Flight(boolean alone) {
    this.alone = alone;
  }

  void land(@Nullable V value) {
    landing.complete(new Landing<>(value, true));
  }

  void landWithoutAnswer() {
    landing.complete(new Landing<>(null, false));
  }

  /** What only this caller's thread or other keys are the reason for fails no one else. */
  void fail(Throwable failure) {
    if (alone
        && failure instanceof RosterException failed
        && failed.code() != ErrorCode.CANCELLED) {
      landing.completeExceptionally(failed);
    } else {
      landWithoutAnswer();
    }
  }

  Landing<V> await() throws InterruptedException {
    try {
      return landing.get();
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RosterException failure) {
        throw failure;
      }
      throw new AssertionError("a request fails those who wait with its own error only", failed);
    }
  }
}
