package dev.roster.reconcile;

import dev.roster.UserId;
import dev.roster.directory.KnownNames;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An exclusive mirror was refused because not every member of the source is known in the target.
 * Nothing was changed. The message names members by their identifiers only; {@link #toText} shows
 * names.
 */
public final class UnmatchedMembersException extends RuntimeException {

  private static final long serialVersionUID = 1L;
  private static final int MOST_NAMED = 10;

  private final transient @Nullable Set<UserId> unmatched;
  private final transient @Nullable Set<UserId> ambiguous;
  private final transient @Nullable KnownNames sourceNames;
  private final transient long skipped;

  UnmatchedMembersException(
      Set<UserId> unmatched, Set<UserId> ambiguous, long skipped, KnownNames sourceNames) {
    super(message(unmatched, ambiguous, skipped, KnownNames.none()));
    this.skipped = skipped;
    this.unmatched = Set.copyOf(unmatched);
    this.ambiguous = Set.copyOf(ambiguous);
    this.sourceNames = sourceNames;
  }

  private static String message(
      Set<UserId> unmatched, Set<UserId> ambiguous, long skipped, KnownNames names) {
    Set<UserId> all =
        Stream.concat(unmatched.stream(), ambiguous.stream()).collect(Collectors.toSet());
    String named =
        all.stream()
            .sorted(Comparator.comparing(UserId::value))
            .limit(MOST_NAMED)
            .map(names::label)
            .collect(Collectors.joining(", "));
    return ("%d members of the source have no match in the target, %d have no certain one, and %d"
            + " are no users: %s%s. Nothing was changed. Create or correct these users, or"
            + " mirror additively, which removes no one.")
        .formatted(
            unmatched.size(),
            ambiguous.size(),
            skipped,
            all.isEmpty() ? "none is named" : named,
            all.size() > MOST_NAMED ? ", ..." : "");
  }

  /**
   * The message, with names beside the identifiers where they are known.
   *
   * @param names names to show, for example {@link #sourceNames()}
   * @return one line
   */
  public String toText(KnownNames names) {
    return message(unmatched(), ambiguous(), skipped, names);
  }

  /** {@return the members of the source that no user of the target matches; not serialized} */
  public Set<UserId> unmatched() {
    return unmatched == null ? Set.of() : unmatched;
  }

  /** {@return the members of the source whose match is not certain; not serialized} */
  public Set<UserId> ambiguous() {
    return ambiguous == null ? Set.of() : ambiguous;
  }

  /** {@return the user names of the members of the source, as they were read; not serialized} */
  public KnownNames sourceNames() {
    return sourceNames == null ? KnownNames.none() : sourceNames;
  }

  /**
   * {@return how many members of the source are no users, such as groups in groups; not serialized}
   */
  public long skipped() {
    return skipped;
  }
}
