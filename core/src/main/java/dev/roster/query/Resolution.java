package dev.roster.query;

import dev.roster.directory.LookupKey;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * What became of many keys: each of them is found, missing or ambiguous. Nothing is guessed.
 * Immutable.
 *
 * @param <I> {@link dev.roster.UserId} or {@link dev.roster.GroupId}
 * @param <E> {@link dev.roster.directory.User} or {@link dev.roster.directory.Group}
 */
public final class Resolution<I, E> {

  private final Map<LookupKey<E>, I> found = new LinkedHashMap<>();
  private final Set<LookupKey<E>> missing = new LinkedHashSet<>();
  private final Map<LookupKey<E>, Set<I>> ambiguous = new LinkedHashMap<>();

  /** Of every key the identifiers of those that have it. */
  Resolution(Map<LookupKey<E>, Set<I>> hits) {
    hits.forEach(this::add);
  }

  /**
   * A resolution from elsewhere, such as a cache.
   *
   * @param hits of every key the identifiers of those that have it: none, one or several
   * @param <I> {@link dev.roster.UserId} or {@link dev.roster.GroupId}
   * @param <E> {@link dev.roster.directory.User} or {@link dev.roster.directory.Group}
   * @return a new value
   */
  public static <I, E> Resolution<I, E> of(Map<LookupKey<E>, Set<I>> hits) {
    return new Resolution<>(hits);
  }

  private void add(LookupKey<E> key, Set<I> ids) {
    switch (ids.size()) {
      case 0 -> missing.add(key);
      case 1 -> found.put(key, ids.iterator().next());
      default -> ambiguous.put(key, Set.copyOf(ids));
    }
  }

  /** {@return the keys that exactly one has, in the order given, as an unmodifiable map} */
  public Map<LookupKey<E>, I> found() {
    return Collections.unmodifiableMap(found);
  }

  /** {@return the keys that none has, in the order given, as an unmodifiable set} */
  public Set<LookupKey<E>> missing() {
    return Collections.unmodifiableSet(missing);
  }

  /** {@return the keys that several have, with their identifiers, as an unmodifiable map} */
  public Map<LookupKey<E>, Set<I>> ambiguous() {
    return Collections.unmodifiableMap(ambiguous);
  }

  /** {@return whether every key was found once} */
  public boolean isComplete() {
    return missing.isEmpty() && ambiguous.isEmpty();
  }

  /** The counts only: keys are personal data. */
  @Override
  public String toString() {
    return "Resolution[found=%d, missing=%d, ambiguous=%d]"
        .formatted(found.size(), missing.size(), ambiguous.size());
  }
}
