package dev.roster.internal.directory;

import dev.roster.CallOptions;
import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.RosterException;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.LookupKey;
import dev.roster.internal.call.CallPipeline;
import dev.roster.internal.call.CallSubject;
import dev.roster.internal.call.ReadingAhead;
import dev.roster.internal.concurrent.CancellableWork;
import dev.roster.internal.paging.Listing;
import dev.roster.internal.paging.PageAhead;
import dev.roster.spi.EntryDriver;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The users or the groups of a store, all or filtered; each page is a call of its own. */
final class EntryListing<I, E extends DirectoryEntry<I, E>> implements Listing<E> {

  private final CallPipeline pipeline;
  private final CallOptions options;
  private final EntryKind<I, E> kind;
  private final EntryDriver<I, E> driver;
  private final @Nullable LookupKey<E> filter;
  private final CallSubject subject;

  EntryListing(
      CallPipeline pipeline,
      CallOptions options,
      EntryKind<I, E> kind,
      EntryDriver<I, E> driver,
      @Nullable LookupKey<E> filter) {
    this.pipeline = pipeline;
    this.options = options;
    this.kind = kind;
    this.driver = driver;
    this.filter = filter;
    this.subject = new CallSubject(() -> "the %ss".formatted(kind.word()), rules -> checkFilter());
    pipeline.check(method(), subject);
  }

  private void checkFilter() {
    if (filter != null) {
      driver.check(filter);
    }
  }

  @Override
  public String identity() {
    return String.join(
        "\n",
        pipeline.driver().provider(),
        pipeline.driver().identityStoreId().value(),
        kind.operations().list().methodName(),
        filter == null ? "" : filter.kind() + "=" + filter.value());
  }

  @Override
  public ClientMethod method() {
    return kind.methods().list();
  }

  @Override
  public int largestPage() {
    return driver.traits().largestPage();
  }

  @Override
  public boolean isPaged() {
    return true;
  }

  @Override
  public String key(E item) {
    return String.valueOf(item.id());
  }

  @Override
  public RawPage<E> fetch(PageRequest page) {
    return pipeline.call(
        method(),
        subject,
        options,
        call -> call.send(kind.operations().list(), attempt -> driver.list(filter, page, attempt)));
  }

  @Override
  public PageAhead.Work reading(Supplier<RawPage<E>> read, CompletableFuture<RawPage<E>> promise) {
    return new ReadingAhead(pipeline.threadContext(), new CancellableWork<>(read, promise));
  }

  @Override
  public RosterException failure(ErrorCode code, String message) {
    return pipeline.failure(method(), code, message);
  }

  @Override
  public Executor threads() {
    return pipeline.threads();
  }
}
