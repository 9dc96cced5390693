package dev.roster.internal.guard;

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
public record ProtectedEntries(List<String> ids, List<EntryPattern> patterns) {

  /** Nothing is protected. */
  public static final ProtectedEntries NONE = new ProtectedEntries(List.of(), List.of());

  /**
   * The same with more identifiers.
   *
   * @param more in any spelling of the service
   * @return new entries
   */
  public ProtectedEntries withIds(Stream<String> more) {
    return new ProtectedEntries(Stream.concat(ids.stream(), more).toList(), patterns);
  }

  /**
   * The same with more patterns.
   *
   * @param more of identifiers or names
   * @return new entries
   * @throws IllegalArgumentException if one is blank
   */
  public ProtectedEntries withPatterns(String... more) {
    List<EntryPattern> all = new ArrayList<>(patterns);
    for (String pattern : more) {
      all.add(EntryPattern.of(pattern));
    }
    return new ProtectedEntries(ids, List.copyOf(all));
  }

  /** {@return whether names are needed to decide} */
  public boolean needNames() {
    return !patterns.isEmpty();
  }

  /**
   * Whether a group or a member is protected. A name that is not known can be one of those that a
   * pattern means.
   *
   * @param id its identifier
   * @param name its name, if known
   * @param canonicalId gives the one spelling of an identifier
   * @return whether it is among these
   */
  public boolean have(String id, @Nullable String name, UnaryOperator<String> canonicalId) {
    String canonical = canonicalId.apply(id);
    boolean unknown = name == null && needNames();
    return unknown
        || ids.stream().anyMatch(own -> canonicalId.apply(own).equals(canonical))
        || patterns.stream().anyMatch(pattern -> isMeant(pattern, id, canonical, name));
  }

  private static boolean isMeant(
      EntryPattern pattern, String id, String canonical, @Nullable String name) {
    return pattern.matches(id)
        || pattern.matches(canonical)
        || (name != null && pattern.matches(name));
  }

  @Override
  public String toString() {
    return "%d ids and %d patterns".formatted(ids.size(), patterns.size());
  }
}
