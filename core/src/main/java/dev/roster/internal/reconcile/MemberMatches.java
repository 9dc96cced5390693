package dev.roster.internal.reconcile;

import dev.roster.UserId;
import dev.roster.directory.LookupKey;
import dev.roster.directory.User;
import dev.roster.query.NameResolver;
import dev.roster.query.Resolution;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which users of the source are which users of the target. */
public final class MemberMatches {

  private final Map<UserId, UserId> matched = new LinkedHashMap<>();
  private final Set<UserId> unmatched = new LinkedHashSet<>();
  private final Map<UserId, Set<UserId>> ambiguous = new LinkedHashMap<>();

  private MemberMatches() {}

  /**
   * Matches users.
   *
   * @param users those of the source; empty where one is not there
   * @param match what the user of the target is looked up by
   * @param target looks users up
   * @return which user is which
   */
  public static MemberMatches of(
      Map<UserId, Optional<User>> users,
      Function<User, Optional<LookupKey<User>>> match,
      NameResolver<UserId, User> target) {
    Map<UserId, Optional<LookupKey<User>>> keys = new LinkedHashMap<>();
    users.forEach((id, user) -> keys.put(id, user.flatMap(match)));
    Set<LookupKey<User>> wanted = new LinkedHashSet<>();
    keys.values().forEach(key -> key.ifPresent(wanted::add));
    Resolution<UserId, User> resolved = target.resolve(wanted);
    MemberMatches matches = new MemberMatches();
    keys.forEach((id, key) -> matches.add(id, key.orElse(null), resolved));
    matches.refuseSharedMatches();
    return matches;
  }

  private void add(UserId id, @Nullable LookupKey<User> key, Resolution<UserId, User> resolved) {
    if (key != null && resolved.found().containsKey(key)) {
      matched.put(id, Objects.requireNonNull(resolved.found().get(key)));
    } else if (key != null && resolved.ambiguous().containsKey(key)) {
      ambiguous.put(id, Objects.requireNonNull(resolved.ambiguous().get(key)));
    } else {
      unmatched.add(id);
    }
  }

  /** Where two of the source would be the same one of the target, neither match is certain. */
  private void refuseSharedMatches() {
    sourcesOfMatches()
        .forEach(
            (to, several) -> {
              if (several.size() > 1) {
                several.forEach(from -> ambiguous.put(from, Set.of(to)));
                matched.keySet().removeAll(several);
              }
            });
  }

  private Map<UserId, Set<UserId>> sourcesOfMatches() {
    Map<UserId, Set<UserId>> sources = new LinkedHashMap<>();
    matched.forEach(
        (from, to) -> sources.computeIfAbsent(to, first -> new LinkedHashSet<>()).add(from));
    return sources;
  }

  /**
   * The target's users for some of the source.
   *
   * @param members users of the source
   * @return the users of the target that match one of them
   */
  public Collection<UserId> in(Set<UserId> members) {
    return members.stream().filter(matched::containsKey).map(matched::get).toList();
  }

  /** {@return whether every user has one certain match} */
  public boolean isComplete() {
    return unmatched.isEmpty() && ambiguous.isEmpty();
  }

  /** {@return the users of the source without a match} */
  public Set<UserId> unmatched() {
    return unmatched;
  }

  /** {@return the users of the source whose match is not certain, with those that it can be} */
  public Map<UserId, Set<UserId>> ambiguous() {
    return ambiguous;
  }
}
