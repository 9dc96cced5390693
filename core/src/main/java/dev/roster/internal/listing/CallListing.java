package dev.roster.internal.listing;

import dev.roster.CallOptions;
import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.RosterException;
import dev.roster.internal.call.CallPipeline;
import dev.roster.internal.call.CallSubject;
import dev.roster.internal.concurrent.CancellableWork;
import dev.roster.internal.paging.Listing;
import dev.roster.internal.paging.PageAhead;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * A listing of which each page is a call of its own.
 *
 * @param <T> what is listed
 */
public interface CallListing<T> extends Listing<T> {

  /**
   * A driver's listing method with its subject.
   *
   * @param <T> what is listed
   */
  @FunctionalInterface
  interface PageReader<T> {

    /**
     * Reads one page.
     *
     * @param page which page
     * @param attempt the attempt
     * @return the page
     * @throws Exception whatever the driver throws
     */
    RawPage<T> read(PageRequest page, AttemptContext attempt) throws Exception;
  }

  /**
   * The calls of a listing, of which none is made yet. The subject is checked at once.
   *
   * @param pipeline the way of the calls
   * @param options for every page
   * @param method the client's method
   * @param operation what each page sends
   * @param subject what the listing is about
   * @param reader reads one page
   * @param <T> what is listed
   */
  record Calls<T>(
      CallPipeline pipeline,
      CallOptions options,
      ClientMethod method,
      Operation operation,
      CallSubject subject,
      PageReader<T> reader) {

    public Calls {
      pipeline.check(method, subject);
    }

    /**
     * Names the listing, so that a page token of one is refused by the others.
     *
     * @param query what it shows
     * @return a text that differs by provider, store, operation and query
     */
    public String identity(String query) {
      return String.join(
          "\n",
          pipeline.driver().provider(),
          pipeline.driver().identityStoreId().value(),
          operation.methodName(),
          query);
    }
  }

  /**
   * The calls.
   *
   * @return the same at every call
   */
  Calls<T> calls();

  @Override
  default ClientMethod method() {
    return calls().method();
  }

  @Override
  default RawPage<T> fetch(PageRequest page) {
    Calls<T> calls = calls();
    return calls
        .pipeline()
        .call(
            calls.method(),
            calls.subject(),
            calls.options(),
            call -> call.send(calls.operation(), attempt -> calls.reader().read(page, attempt)));
  }

  @Override
  default PageAhead.Work reading(Supplier<RawPage<T>> read, CompletableFuture<RawPage<T>> promise) {
    return new ReadingAhead(
        calls().pipeline().threadContext(), new CancellableWork<>(read, promise));
  }

  @Override
  default RosterException failure(ErrorCode code, String message) {
    return calls().pipeline().failure(method(), code, message);
  }

  @Override
  default Executor threads() {
    return calls().pipeline().threads();
  }
}
