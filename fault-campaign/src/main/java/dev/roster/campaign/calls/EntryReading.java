package dev.roster.campaign.calls;

import dev.roster.DirectoryEntries;
import dev.roster.NotFoundException;
import dev.roster.Pager;
import dev.roster.campaign.law.EntryReadLaw;
import dev.roster.campaign.law.EntryReadLaw.Seen;
import dev.roster.campaign.record.Action;
import dev.roster.campaign.record.CallReport;
import dev.roster.campaign.record.EntryName;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.LookupKey;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One read of users or groups. */
final class EntryReading<I, E extends DirectoryEntry<I, E>> {

  private static final int LARGE_PAGE = 60;

  private final Step step;
  private final EntryShape<I, E> shape;
  private final EntryCalls<I, E> calls;

  EntryReading(Step step, EntryShape<I, E> shape) {
    this.step = step;
    this.shape = shape;
    this.calls = new EntryCalls<>(step, shape);
  }

  Judged make(Action action) {
    EntryName name = name();
    return switch (action) {
      case GET_ENTRY -> get(name);
      case GET_ENTRIES -> getAll(name);
      case FIND_ENTRY -> find(name);
      case FIND_ENTRY_ID -> findId(name);
      case FILTER_ENTRIES ->
          list(action, entries -> entries.list(shape.key().apply(name.name())), List.of(name));
      default -> list(action, entries -> entries.list().withPageSize(LARGE_PAGE), names());
    };
  }

  /** One that is there, more often than not. */
  private EntryName name() {
    boolean isPresent = step.dice().chance(0.7);
    return step.plot().entry(shape.kind(), step.dice(), isPresent, Long.MAX_VALUE).orElseThrow();
  }

  private List<EntryName> names() {
    return step.plot().entries(shape.kind());
  }

  private Judged get(EntryName name) {
    String text = step.plot().knownId(name);
    I id = shape.id().apply(text);
    CallReport call =
        calls.call(Action.GET_ENTRY, entries -> entries.get(id), entries -> entries.get(id));
    if (call.error() == null) {
      return new Judged(call, law().found(call, name, Optional.of(seen(call.value()))));
    }
    boolean saysGone = call.error() instanceof NotFoundException;
    return new Judged(call, saysGone ? law().missing(call, name, text) : List.of());
  }

  /** Where the service reads one at a time, a single read. */
  private Judged getAll(EntryName one) {
    if (calls.traits().stream().noneMatch(traits -> traits.idsPerQuery() > 0)) {
      return get(one);
    }
    Map<I, EntryName> asked = namesById();
    CallReport call =
        calls.call(
            Action.GET_ENTRIES,
            entries -> entries.getAll(asked.keySet()),
            entries -> entries.getAll(asked.keySet()));
    return Judged.byValue(call, () -> all(call, asked));
  }

  private Map<I, EntryName> namesById() {
    Map<I, EntryName> byId = new LinkedHashMap<>();
    names().forEach(name -> byId.put(shape.id().apply(step.plot().knownId(name)), name));
    return byId;
  }

  private List<String> all(CallReport call, Map<I, EntryName> asked) {
    List<String> broken = new ArrayList<>();
    Map<?, ?> found = (Map<?, ?>) call.value();
    asked.forEach(
        (id, name) -> broken.addAll(one(call, id, name, found == null ? null : found.get(id))));
    return broken;
  }

  private List<String> one(CallReport call, I id, EntryName name, @Nullable Object entry) {
    return entry == null
        ? law().missing(call, name, shape.text().apply(id))
        : law().found(call, name, Optional.of(seen(entry)));
  }

  private Judged find(EntryName name) {
    LookupKey<E> key = shape.key().apply(name.name());
    CallReport call =
        calls.call(Action.FIND_ENTRY, entries -> entries.find(key), entries -> entries.find(key));
    return Judged.byValue(
        call, () -> law().found(call, name, optional(call.value()).map(this::seen)));
  }

  @SuppressWarnings("unchecked") // The call returns an optional identifier.
  private Judged findId(EntryName name) {
    LookupKey<E> key = shape.key().apply(name.name());
    CallReport call =
        calls.call(
            Action.FIND_ENTRY_ID, entries -> entries.findId(key), entries -> entries.findId(key));
    @Nullable String id =
        optional(call.value()).map(each -> shape.text().apply((I) each)).orElse(null);
    return Judged.byValue(call, () -> law().foundId(call, name, id));
  }

  private Judged list(
      Action action, Function<DirectoryEntries<I, E>, Pager<E>> listing, List<EntryName> names) {
    CallReport call =
        Listings.list(step, action, client -> listing.apply(shape.blocking().apply(client)));
    return Judged.byValue(call, () -> law().listed(call, names, rows(call.value())));
  }

  private List<Seen> rows(@Nullable Object value) {
    List<Seen> rows = new ArrayList<>();
    if (value instanceof List<?> list) {
      list.forEach(each -> rows.add(seen(each)));
    }
    return rows;
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
