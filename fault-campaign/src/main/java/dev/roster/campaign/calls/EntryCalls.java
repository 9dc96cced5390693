package dev.roster.campaign.calls;

import dev.roster.AsyncDirectoryEntries;
import dev.roster.DirectoryEntries;
import dev.roster.campaign.record.Action;
import dev.roster.campaign.record.CallReport;
import dev.roster.directory.DirectoryEntry;
import dev.roster.spi.EntryTraits;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The calls of an actor about users, or about groups.
 *
 * @param step the call that it is about to make
 * @param shape users or groups
 * @param <I> the type of the id
 * @param <E> the type of the entry
 */
record EntryCalls<I, E extends DirectoryEntry<I, E>>(Step step, EntryShape<I, E> shape) {

  /** Makes a call that has an asynchronous form. */
  <T extends @Nullable Object> CallReport call(
      Action action,
      Function<DirectoryEntries<I, E>, T> blocking,
      Function<AsyncDirectoryEntries<I, E>, CompletableFuture<T>> asynchronous) {
    return step.call(
        action,
        client -> blocking.apply(shape.blocking().apply(client)),
        client -> asynchronous.apply(shape.asynchronous().apply(client)));
  }

  /** Makes a call that returns nothing. */
  CallReport run(
      Action action,
      Consumer<DirectoryEntries<I, E>> blocking,
      Function<AsyncDirectoryEntries<I, E>, CompletableFuture<@Nullable Void>> asynchronous) {
    return step.run(
        action,
        client -> blocking.accept(shape.blocking().apply(client)),
        client -> asynchronous.apply(shape.asynchronous().apply(client)));
  }

  /** What the service is like. */
  Optional<EntryTraits<E>> traits() {
    return shape.blocking().apply(step.scene().client().view(step.choices())).traits();
  }
}
