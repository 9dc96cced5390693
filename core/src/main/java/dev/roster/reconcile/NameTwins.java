package dev.roster.reconcile;

import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * User names that differ by case only. To one system they are one user and to another they are two,
 * so it is not certain who is meant.
 */
final class NameTwins {

  private final Map<String, Map<String, Set<Long>>> spellings = new HashMap<>();

  void add(@Nullable LookupKey<User> key, long line) {
    if (key != null && key.kind() == LookupKey.Kind.NAME) {
      spellings
          .computeIfAbsent(key.value().toLowerCase(Locale.ROOT), first -> new HashMap<>())
          .computeIfAbsent(key.value(), first -> new TreeSet<>())
          .add(line);
    }
  }

  Stream<Refusal> findings(String source) {
    List<Map<String, Set<Long>>> twins =
        spellings.values().stream().filter(names -> names.size() > 1).toList();
    List<Long> lines =
        twins.stream().flatMap(names -> names.values().stream()).flatMap(Set::stream).toList();
    return twins.isEmpty()
        ? Stream.empty()
        : Stream.of(
            Refusal.of(
                RemovalRule.NAMES_AMBIGUOUS,
                "%s spells %s in upper and in lower case%s"
                    .formatted(
                        source,
                        SourceLines.count(twins.size(), "user name"),
                        SourceLines.of(lines))));
  }
}
