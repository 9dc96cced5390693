package dev.roster.internal.source;

import dev.roster.directory.LookupKey;
import org.jspecify.annotations.Nullable;

/**
 * A user or group as a source names it: by its identifier, or by a key that has to be looked up.
 *
 * @param id the identifier, or null
 * @param key the key, or null
 * @param <I> the type of the identifier
 * @param <E> the type of the entry
 */
public record EntryReference<I, E>(@Nullable I id, @Nullable LookupKey<E> key) {

  /**
   * A reference by identifier.
   *
   * @param id the identifier
   * @param <I> the type of the identifier
   * @param <E> the type of the entry
   * @return a new reference
   */
  public static <I, E> EntryReference<I, E> to(I id) {
    return new EntryReference<>(id, null);
  }

  /**
   * A reference by key.
   *
   * @param key the key
   * @param <I> the type of the identifier
   * @param <E> the type of the entry
   * @return a new reference
   */
  public static <I, E> EntryReference<I, E> by(LookupKey<E> key) {
    return new EntryReference<>(null, key);
  }
}
