package dev.roster.internal.call;

import dev.roster.CallOptions;
import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.RosterException;
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
public abstract class CallListing<T> implements Listing<T> {

  /**
   * A driver's listing method with its subject.
   *
   * @param <T> what is listed
   */
  @FunctionalInterface
  public interface PageReader<T> {

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

  private final CallPipeline pipeline;
  private final CallOptions options;
  private final ClientMethod method;
  private final Operation operation;
  private final CallSubject subject;
  private final PageReader<T> reader;

  /**
   * A listing, of which nothing is read yet.
   *
   * @param pipeline the way of its calls
   * @param options for every page
   * @param method the client's method
   * @param operation what each page sends
   * @param subject what it is about; checked at once
   * @param reader reads one page
   */
  protected CallListing(
      CallPipeline pipeline,
      CallOptions options,
      ClientMethod method,
      Operation operation,
      CallSubject subject,
      PageReader<T> reader) {
    this.pipeline = pipeline;
    this.options = options;
    this.method = method;
    this.operation = operation;
    this.subject = subject;
    this.reader = reader;
    pipeline.check(method, subject);
  }

  /**
   * Names the listing, so that a page token of one is refused by the others.
   *
   * @param query what it shows
   * @return a text that differs by provider, store, operation and query
   */
  protected final String identityOf(String query) {
    return String.join(
        "\n",
        pipeline.driver().provider(),
        pipeline.driver().identityStoreId().value(),
        operation.methodName(),
        query);
  }

  /** What each page sends. */
  final Operation operation() {
    return operation;
  }

  @Override
  public final ClientMethod method() {
    return method;
  }

  @Override
  public final RawPage<T> fetch(PageRequest page) {
    return pipeline.call(
        method,
        subject,
        options,
        call -> call.send(operation, attempt -> reader.read(page, attempt)));
  }

  @Override
  public final PageAhead.Work reading(
      Supplier<RawPage<T>> read, CompletableFuture<RawPage<T>> promise) {
    return new ReadingAhead(pipeline.threadContext(), new CancellableWork<>(read, promise));
  }

  @Override
  public final RosterException failure(ErrorCode code, String message) {
    return pipeline.failure(method, code, message);
  }

  @Override
  public final Executor threads() {
    return pipeline.threads();
  }
}
