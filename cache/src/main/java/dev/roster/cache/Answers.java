package dev.roster.cache;

import java.util.Map;
import java.util.Set;

/**
 * What a request for some keys came to. A key that is in neither has an answer that is not kept,
 * because it is none: several have it.
 *
 * @param found the keys that one has
 * @param missing the keys that none has
 */
record Answers<K, V>(Map<K, V> found, Set<K> missing) {}
