package dev.roster.internal.source;

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
public final class NameTwins {

  private final Map<String, Map<String, Set<Long>>> spellings = new HashMap<>();

  /**
   * Adds a user of the source.
   *
   * @param key the key; null for one that is given by identifier
   * @param line where it stands
   */
  public void add(@Nullable LookupKey<User> key, long line) {
    if (key != null && key.kind() == LookupKey.Kind.NAME) {
      spellings
          .computeIfAbsent(key.value().toLowerCase(Locale.ROOT), first -> new HashMap<>())
          .computeIfAbsent(key.value(), first -> new TreeSet<>())
          .add(line);
    }
  }

  /**
   * What is to be said of them.
   *
   * @param source the source, in words
   * @return a sentence; nothing where there are none
   */
  public Stream<String> finding(String source) {
    List<Map<String, Set<Long>>> twins =
        spellings.values().stream().filter(names -> names.size() > 1).toList();
    List<Long> lines =
        twins.stream().flatMap(names -> names.values().stream()).flatMap(Set::stream).toList();
    return twins.isEmpty()
        ? Stream.empty()
        : Stream.of(
            "%s spells %s in upper and in lower case%s"
                .formatted(
                    source, SourceLines.count(twins.size(), "user name"), SourceLines.of(lines)));
  }
}
