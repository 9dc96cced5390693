package dev.roster.campaign.calls;

import dev.roster.AsyncDirectoryEntries;
import dev.roster.DirectoryEntries;
import dev.roster.NotFoundException;
import dev.roster.Pager;
import dev.roster.campaign.law.EntryReadLaw;
import dev.roster.campaign.law.EntryReadLaw.Seen;
import dev.roster.campaign.record.Action;
import dev.roster.campaign.record.CallReport;
import dev.roster.campaign.record.EntryName;
import dev.roster.directory.DirectoryEntry;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One read of users or groups. */
final class EntryReading<I, E extends DirectoryEntry<I, E>> {

  private static final int LARGE_PAGE = 60;

  private final Step step;
  private final EntryShape<I, E> shape;

  EntryReading(Step step, EntryShape<I, E> shape) {
    this.step = step;
    this.shape = shape;
  }

  Judged make(Action action) {
    EntryName name =
        step.plot()
            .entry(shape.kind(), step.dice(), step.dice().chance(0.7), Long.MAX_VALUE)
            .orElseThrow();
    return switch (action) {
      case GET_ENTRY -> get(name);
      case GET_ENTRIES -> getAll(name);
      case FIND_ENTRY -> find(name);
      case FIND_ENTRY_ID -> findId(name);
      case FILTER_ENTRIES ->
          list(action, entries -> entries.list(shape.key().apply(name.name())), List.of(name));
      default ->
          list(
              action,
              entries -> entries.list().withPageSize(LARGE_PAGE),
              step.plot().entries(shape.kind()));
    };
  }

  private Judged get(EntryName name) {
    String text = step.plot().knownId(name);
    I id = shape.id().apply(text);
    CallReport call =
        call(Action.GET_ENTRY, entries -> entries.get(id), entries -> entries.get(id));
    if (call.error() == null) {
      return new Judged(call, law().found(call, name, Optional.of(seen(call.value()))));
    }
    boolean saysGone = call.error() instanceof NotFoundException;
    return new Judged(call, saysGone ? law().missing(call, name, text) : List.of());
  }

  /** Where the service reads one at a time, a single read. */
  private Judged getAll(EntryName one) {
    boolean reads =
        shape.blocking().apply(step.scene().client().view(step.choices())).traits().stream()
            .anyMatch(traits -> traits.idsPerQuery() > 0);
    if (!reads) {
      return get(one);
    }
    Map<I, EntryName> asked = new LinkedHashMap<>();
    step.plot()
        .entries(shape.kind())
        .forEach(name -> asked.put(shape.id().apply(step.plot().knownId(name)), name));
    CallReport call =
        call(
            Action.GET_ENTRIES,
            entries -> entries.getAll(asked.keySet()),
            entries -> entries.getAll(asked.keySet()));
    return new Judged(call, call.error() == null ? all(call, asked) : List.of());
  }

  private List<String> all(CallReport call, Map<I, EntryName> asked) {
    List<String> broken = new ArrayList<>();
    Map<?, ?> found = (Map<?, ?>) call.value();
    asked.forEach(
        (id, name) -> {
          Object entry = found == null ? null : found.get(id);
          broken.addAll(
              entry == null
                  ? law().missing(call, name, shape.text().apply(id))
                  : law().found(call, name, Optional.of(seen(entry))));
        });
    return broken;
  }

  private Judged find(EntryName name) {
    CallReport call =
        call(
            Action.FIND_ENTRY,
            entries -> entries.find(shape.key().apply(name.name())),
            entries -> entries.find(shape.key().apply(name.name())));
    return new Judged(
        call,
        call.error() == null
            ? law().found(call, name, optional(call.value()).map(this::seen))
            : List.of());
  }

  @SuppressWarnings("unchecked") // The call returns an optional identifier.
  private Judged findId(EntryName name) {
    CallReport call =
        call(
            Action.FIND_ENTRY_ID,
            entries -> entries.findId(shape.key().apply(name.name())),
            entries -> entries.findId(shape.key().apply(name.name())));
    @Nullable String id =
        optional(call.value()).map(each -> shape.text().apply((I) each)).orElse(null);
    return new Judged(call, call.error() == null ? law().foundId(call, name, id) : List.of());
  }

  private Judged list(
      Action action, Function<DirectoryEntries<I, E>, Pager<E>> listing, List<EntryName> names) {
    CallReport call =
        Listings.list(step, action, client -> listing.apply(shape.blocking().apply(client)));
    return new Judged(
        call, call.error() == null ? law().listed(call, names, rows(call.value())) : List.of());
  }

  private List<Seen> rows(@Nullable Object value) {
    List<Seen> rows = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(each -> rows.add(seen(each)));
    }
    return rows;
  }

  private <T extends @Nullable Object> CallReport call(
      Action action,
      Function<DirectoryEntries<I, E>, T> blocking,
      Function<AsyncDirectoryEntries<I, E>, CompletableFuture<T>> asynchronous) {
    return step.call(
        action,
        client -> blocking.apply(shape.blocking().apply(client)),
        client -> asynchronous.apply(shape.asynchronous().apply(client)));
  }

  @SuppressWarnings("unchecked") // Every read of this shape returns its entries.
  private Seen seen(@Nullable Object entry) {
    if (entry == null) {
      throw new IllegalStateException("a read returned null");
    }
    return shape.seen((E) entry);
  }

  private static Optional<?> optional(@Nullable Object value) {
    return value instanceof Optional<?> optional ? optional : Optional.empty();
  }

  private EntryReadLaw law() {
    return step.scene().entryReads();
  }
}
