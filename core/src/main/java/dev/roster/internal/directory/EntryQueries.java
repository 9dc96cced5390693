package dev.roster.internal.directory;

import dev.roster.CallOptions;
import dev.roster.ErrorCode;
import dev.roster.NotFoundException;
import dev.roster.Resource;
import dev.roster.RosterException;
import dev.roster.directory.DirectoryEntry;
import dev.roster.internal.call.CallPipeline;
import dev.roster.internal.call.CallSubject;
import dev.roster.spi.EntryDriver;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** Queries by many identifiers, each with as many of them as the service takes. */
final class EntryQueries<I, E extends DirectoryEntry<I, E>> {

  private final CallPipeline pipeline;
  private final CallOptions options;
  private final EntryKind<I, E> kind;
  private final EntryDriver<I, E> driver;
  private final Function<I, E> single;
  private final Map<I, E> found = new HashMap<>();

  EntryQueries(
      CallPipeline pipeline,
      CallOptions options,
      EntryKind<I, E> kind,
      EntryDriver<I, E> driver,
      Function<I, E> single) {
    this.pipeline = pipeline;
    this.options = options;
    this.kind = kind;
    this.driver = driver;
    this.single = single;
  }

  Map<I, E> run(Collection<I> ids) {
    List<I> distinct = new ArrayList<>(new LinkedHashSet<>(ids));
    distinct.forEach(id -> Objects.requireNonNull(id, () -> kind.word() + " id must not be null"));
    int most = driver.traits().idsPerQuery();
    for (int from = 0; from < distinct.size(); from += most) {
      query(distinct.subList(from, Math.min(from + most, distinct.size())));
    }
    Map<I, E> ordered = new LinkedHashMap<>();
    for (I id : distinct) {
      E entry = found.get(id);
      if (entry != null) {
        ordered.put(id, entry);
      }
    }
    return Collections.unmodifiableMap(ordered);
  }

  /** A service may refuse all because of one, and does not say because of which. */
  private void query(List<I> ids) {
    try {
      send(List.copyOf(ids)).forEach(entry -> found.put(entry.id(), entry));
    } catch (NotFoundException refused) {
      throwIfStoreIsMissing(refused);
      ids.forEach(this::read);
    } catch (RosterException refused) {
      if (!isWithoutQueries(refused)) {
        throw refused;
      }
      ids.forEach(this::read);
    }
  }

  /** Queries by ids are newer than single reads, and a region may not have them yet. */
  private static boolean isWithoutQueries(RosterException refused) {
    return refused.code() == ErrorCode.UNSUPPORTED || refused.code() == ErrorCode.WRONG_ENDPOINT;
  }

  private List<E> send(List<I> ids) {
    CallSubject subject =
        new CallSubject(
            () -> words(ids),
            rules -> ids.forEach(id -> kind.idCheck().check(rules, kind.operations().get(), id)));
    return pipeline.call(
        kind.methods().get(),
        subject,
        options,
        call -> call.send(kind.operations().get(), attempt -> driver.getAll(ids, attempt)));
  }

  private String words(List<I> ids) {
    return ids.size() == 1
        ? "%s %s".formatted(kind.word(), ids.get(0))
        : "%d %ss".formatted(ids.size(), kind.word());
  }

  private void read(I id) {
    try {
      found.put(id, single.apply(id));
    } catch (NotFoundException absent) {
      throwIfStoreIsMissing(absent);
    }
  }

  private static void throwIfStoreIsMissing(NotFoundException failure) {
    if (failure.missing() == Resource.IDENTITY_STORE) {
      throw failure;
    }
  }
}
