package dev.roster.reconcile;

import dev.roster.directory.LookupKey;
import org.jspecify.annotations.Nullable;

/**
 * A user or group as a source names it: by its identifier, or by a key that has to be looked up.
 *
 * @param id the identifier, or null
 * @param key the key, or null
 */
record EntryReference<I, E>(@Nullable I id, @Nullable LookupKey<E> key) {

  static <I, E> EntryReference<I, E> to(I id) {
    return new EntryReference<>(id, null);
  }

  static <I, E> EntryReference<I, E> by(LookupKey<E> key) {
    return new EntryReference<>(null, key);
  }
}
