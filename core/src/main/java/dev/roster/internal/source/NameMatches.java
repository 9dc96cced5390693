package dev.roster.internal.source;

import dev.roster.directory.LookupKey;
import dev.roster.query.Resolution;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the names of a source came to, and where those stand that came to nothing.
 *
 * @param <I> the type of the identifier
 * @param <E> the type of the entry
 */
public final class NameMatches<I, E> {

  private final Resolution<I, E> resolution;
  private final Map<LookupKey<E>, Set<Long>> unmatched = new LinkedHashMap<>();
  private final Map<LookupKey<E>, Set<Long>> ambiguous = new LinkedHashMap<>();

  /**
   * Matches of which none has been asked for.
   *
   * @param resolution the identifiers of the names
   */
  public NameMatches(Resolution<I, E> resolution) {
    this.resolution = resolution;
  }

  /**
   * The identifier of an entry.
   *
   * @param reference how the source names it
   * @param line where it does
   * @return null where it is not certain
   */
  public @Nullable I id(EntryReference<I, E> reference, long line) {
    LookupKey<E> key = reference.key();
    return key == null ? reference.id() : found(key, line);
  }

  private @Nullable I found(LookupKey<E> key, long line) {
    I id = resolution.found().get(key);
    if (id == null) {
      (resolution.ambiguous().containsKey(key) ? ambiguous : unmatched)
          .computeIfAbsent(key, first -> new LinkedHashSet<>())
          .add(line);
    }
    return id;
  }

  /**
   * What is made of each identifier that was found by a name.
   *
   * @param entry makes an entry of identifier and name
   * @return the entries
   */
  public List<E> named(BiFunction<I, String, E> entry) {
    return resolution.found().entrySet().stream()
        .filter(found -> found.getKey().kind() == LookupKey.Kind.NAME)
        .map(found -> entry.apply(found.getValue(), found.getKey().value()))
        .toList();
  }

  /** {@return the keys that none in the store has, with their lines; unmodifiable} */
  public Map<LookupKey<E>, Set<Long>> unmatched() {
    return Collections.unmodifiableMap(unmatched);
  }

  /** {@return the keys that several in the store have, with their lines; unmodifiable} */
  public Map<LookupKey<E>, Set<Long>> ambiguous() {
    return Collections.unmodifiableMap(ambiguous);
  }

  /**
   * What is to be said of some keys.
   *
   * @param keys the keys, with their lines
   * @param source the source, in words
   * @param noun what a key is of
   * @param problem what is wrong with them
   * @return a sentence; nothing where there are no keys
   */
  public Stream<String> finding(
      Map<LookupKey<E>, Set<Long>> keys, String source, String noun, String problem) {
    return keys.isEmpty()
        ? Stream.empty()
        : Stream.of(
            "%s names %s %s%s"
                .formatted(
                    source,
                    SourceLines.count(keys.size(), noun),
                    problem,
                    SourceLines.of(keys.values().stream().flatMap(Set::stream).toList())));
  }
}
