package dev.roster.reconcile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which groups, or which members, are protected.
 *
 * @param ids identifiers, in any spelling of the service
 * @param patterns of identifiers or names
 */
record ProtectedEntries(List<String> ids, List<EntryPattern> patterns) {

  static final ProtectedEntries NONE = new ProtectedEntries(List.of(), List.of());

  ProtectedEntries withIds(Stream<String> more) {
    return new ProtectedEntries(Stream.concat(ids.stream(), more).toList(), patterns);
  }

  ProtectedEntries withPatterns(String... more) {
    List<EntryPattern> all = new ArrayList<>(patterns);
    for (String pattern : more) {
      all.add(EntryPattern.of(pattern));
    }
    return new ProtectedEntries(ids, List.copyOf(all));
  }

  /** A name that is not known can be one of those that a pattern means. */
  boolean have(String id, @Nullable String name, UnaryOperator<String> canonicalId) {
    String canonical = canonicalId.apply(id);
    boolean unknown = name == null && !patterns.isEmpty();
    return unknown
        || ids.stream().anyMatch(own -> canonicalId.apply(own).equals(canonical))
        || patterns.stream()
            .anyMatch(
                pattern ->
                    pattern.matches(id)
                        || pattern.matches(canonical)
                        || (name != null && pattern.matches(name)));
  }

  @Override
  public String toString() {
    return "%d ids and %d patterns".formatted(ids.size(), patterns.size());
  }
}
