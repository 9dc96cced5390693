package dev.roster.reconcile;

import dev.roster.UserId;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An exclusive mirror was refused because not every member of the source is known in the target.
 * Nothing was changed.
 */
public final class UnmatchedMembersException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int MOST_NAMED = 10;

  private final transient @Nullable Set<UserId> unmatched;
  private final transient @Nullable Set<UserId> ambiguous;
  private final transient long skipped;

  UnmatchedMembersException(Set<UserId> unmatched, Set<UserId> ambiguous, long skipped) {
    super(message(unmatched, ambiguous, skipped));
    this.skipped = skipped;
    this.unmatched = Set.copyOf(unmatched);
    this.ambiguous = Set.copyOf(ambiguous);
  }

  private static String message(Set<UserId> unmatched, Set<UserId> ambiguous, long skipped) {
    Set<String> ids =
        Stream.concat(unmatched.stream(), ambiguous.stream())
            .map(UserId::value)
            .collect(Collectors.toCollection(TreeSet::new));
    String named = ids.stream().limit(MOST_NAMED).collect(Collectors.joining(", "));
    return ("%d members of the source have no match in the target, %d have no certain one, and %d"
            + " are no users: %s%s. Nothing was changed. Create or correct these users, or"
            + " mirror additively, which removes no one.")
        .formatted(
            unmatched.size(),
            ambiguous.size(),
            skipped,
            ids.isEmpty() ? "none is named" : named,
            ids.size() > MOST_NAMED ? ", ..." : "");
  }

  /** {@return the members of the source that no user of the target matches; not serialized} */
  public Set<UserId> unmatched() {
    return unmatched == null ? Set.of() : unmatched;
  }

  /** {@return the members of the source whose match is not certain; not serialized} */
  public Set<UserId> ambiguous() {
    return ambiguous == null ? Set.of() : ambiguous;
  }

  /**
   * {@return how many members of the source are no users, such as groups in groups; not serialized}
   */
  public long skipped() {
    return skipped;
  }
}
