package dev.roster;

import dev.roster.directory.CreatedEntry;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.FieldValues;
import dev.roster.directory.LookupKey;
import dev.roster.internal.call.SubmittedCalls;
import java.util.Collection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * The calls of {@link DirectoryEntries} on other threads. What {@link AsyncRosterClient} says of
 * futures, rejections, deadlines and cancelling holds here.
 *
 * @param <I> {@link UserId} or {@link GroupId}
 * @param <E> {@link dev.roster.directory.User} or {@link dev.roster.directory.Group}
 */
public final class AsyncDirectoryEntries<I, E extends DirectoryEntry<I, E>> {

  private final DirectoryEntries<I, E> entries;
  private final SubmittedCalls calls;

  AsyncDirectoryEntries(DirectoryEntries<I, E> entries, SubmittedCalls calls) {
    this.entries = entries;
    this.calls = calls;
  }

  /**
   * As {@link DirectoryEntries#get}.
   *
   * @param id its identifier
   * @return the call's future
   */
  public CompletableFuture<E> get(I id) {
    return calls.submit(entries.methods().get(), () -> entries.get(id));
  }

  /**
   * As {@link DirectoryEntries#getAll}.
   *
   * @param ids their identifiers
   * @return the call's future
   */
  public CompletableFuture<Map<I, E>> getAll(Collection<I> ids) {
    return calls.submit(entries.methods().get(), () -> entries.getAll(ids));
  }

  /**
   * As {@link DirectoryEntries#find}.
   *
   * @param key what it is found by
   * @return the call's future
   */
  public CompletableFuture<Optional<E>> find(LookupKey<E> key) {
    return calls.submit(entries.methods().find(), () -> entries.find(key));
  }

  /**
   * As {@link DirectoryEntries#findId}.
   *
   * @param key what it is found by
   * @return the call's future
   */
  public CompletableFuture<Optional<I>> findId(LookupKey<E> key) {
    return calls.submit(entries.methods().findId(), () -> entries.findId(key));
  }

  /**
   * As {@link DirectoryEntries#list()}.
   *
   * @return the listing, of which nothing has been read
   */
  public AsyncPager<E> list() {
    return new AsyncPager<>(entries.methods().list(), calls, entries::list);
  }

  /**
   * As {@link DirectoryEntries#list(LookupKey)}.
   *
   * @param filter the key
   * @return the listing, of which nothing has been read
   */
  public AsyncPager<E> list(LookupKey<E> filter) {
    Objects.requireNonNull(filter, "filter must not be null");
    return new AsyncPager<>(entries.methods().list(), calls, () -> entries.list(filter));
  }

  /**
   * As {@link DirectoryEntries#create}.
   *
   * @param fields its fields
   * @return the call's future
   */
  public CompletableFuture<CreatedEntry<I>> create(FieldValues<E> fields) {
    return calls.submit(entries.methods().create(), () -> entries.create(fields));
  }

  /**
   * As {@link DirectoryEntries#update}.
   *
   * @param id its identifier
   * @param changes at least one change
   * @return the call's future
   */
  public CompletableFuture<@Nullable Void> update(I id, FieldChanges<E> changes) {
    return done(entries.methods().update(), () -> entries.update(id, changes));
  }

  /**
   * As {@link DirectoryEntries#update(Object, FieldChanges, String)}.
   *
   * @param id its identifier
   * @param changes at least one change
   * @param revision the revision that was read
   * @return the call's future
   */
  public CompletableFuture<@Nullable Void> update(I id, FieldChanges<E> changes, String revision) {
    return done(entries.methods().update(), () -> entries.update(id, changes, revision));
  }

  /**
   * As {@link DirectoryEntries#delete}.
   *
   * @param id its identifier
   * @return the call's future
   */
  public CompletableFuture<@Nullable Void> delete(I id) {
    return done(entries.methods().delete(), () -> entries.delete(id));
  }

  /**
   * As {@link DirectoryEntries#delete(Object, String)}.
   *
   * @param id its identifier
   * @param revision the revision that was read
   * @return the call's future
   */
  public CompletableFuture<@Nullable Void> delete(I id, String revision) {
    return done(entries.methods().delete(), () -> entries.delete(id, revision));
  }

  private CompletableFuture<@Nullable Void> done(ClientMethod method, Runnable call) {
    return calls.submit(
        method,
        () -> {
          call.run();
          return null;
        });
  }
}
