package dev.roster.internal.paging;

import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.RosterException;
import dev.roster.internal.concurrent.CancellableWork;
import dev.roster.spi.RawPage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** A listing of numbers, without a client; a test says what its pages are. */
abstract class NumberListing implements Listing<Integer> {

  @Override
  public final String identity() {
    return "numbers";
  }

  @Override
  public final ClientMethod method() {
    return ClientMethod.LIST_MEMBERSHIPS;
  }

  @Override
  public final String key(Integer item) {
    return "%09d".formatted(item);
  }

  @Override
  public final PageAhead.Work reading(
      Supplier<RawPage<Integer>> read, CompletableFuture<RawPage<Integer>> promise) {
    CancellableWork<RawPage<Integer>> work = new CancellableWork<>(read, promise);
    return new PageAhead.Work() {
      @Override
      public void run() {
        work.run();
      }

      @Override
      public void cancel() {
        work.cancel();
      }
    };
  }

  @Override
  public final RosterException failure(ErrorCode code, String message) {
    return RosterException.builder(code, "model", method()).message(message).build();
  }

  @Override
  public final Executor threads() {
    return Runnable::run;
  }
}
