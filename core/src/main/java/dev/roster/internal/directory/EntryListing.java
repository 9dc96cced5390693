package dev.roster.internal.directory;

import dev.roster.CallOptions;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.ExternalId;
import dev.roster.directory.LookupKey;
import dev.roster.internal.call.CallPipeline;
import dev.roster.internal.call.CallSubject;
import dev.roster.internal.listing.CallListing;
import dev.roster.spi.EntryDriver;
import org.jspecify.annotations.Nullable;

/** The users or the groups of a store, all or filtered. */
final class EntryListing<I, E extends DirectoryEntry<I, E>> implements CallListing<E> {

  private final Calls<E> calls;
  private final EntryDriver<I, E> driver;
  private final @Nullable LookupKey<E> filter;

  EntryListing(
      CallPipeline pipeline,
      CallOptions options,
      EntryKind<I, E> kind,
      EntryDriver<I, E> driver,
      @Nullable LookupKey<E> filter) {
    CallSubject subject =
        new CallSubject(() -> "the %ss".formatted(kind.word()), rules -> check(driver, filter));
    this.calls =
        new Calls<>(
            pipeline,
            options,
            kind.methods().list(),
            kind.operations().list(),
            subject,
            (page, attempt) -> driver.list(filter, page, attempt));
    this.driver = driver;
    this.filter = filter;
  }

  private static <E extends DirectoryEntry<?, E>> void check(
      EntryDriver<?, E> driver, @Nullable LookupKey<E> filter) {
    if (filter != null) {
      driver.check(filter);
    }
  }

  @Override
  public Calls<E> calls() {
    return calls;
  }

  @Override
  public String identity() {
    return calls.identity(filter == null ? "" : filter.kind() + "=" + words(filter));
  }

  private static String words(LookupKey<?> filter) {
    return filter.externalId().map(ExternalId::issuer).map(text -> text + "\n").orElse("")
        + filter.value();
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
}
