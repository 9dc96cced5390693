package dev.roster.reconcile;

import dev.roster.UserId;
import dev.roster.directory.KnownNames;
import dev.roster.internal.reconcile.MemberMatches;
import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What it takes for groups to follow others, and whom it leaves out. Immutable. */
public final class MirrorPlan {

  private final ReconcilePlan changes;
  private final MemberMatches matches;
  private final long skipped;
  private final KnownNames sourceNames;

  MirrorPlan(ReconcilePlan changes, MemberMatches matches, long skipped, KnownNames sourceNames) {
    this.changes = changes;
    this.matches = matches;
    this.skipped = skipped;
    this.sourceNames = sourceNames;
  }

  /** {@return the changes of the target, to be printed, kept and reviewed} */
  public ReconcilePlan changes() {
    return changes;
  }

  /** {@return the members of the source that no user of the target matches, unmodifiable} */
  public Set<UserId> unmatched() {
    return Collections.unmodifiableSet(matches.unmatched());
  }

  /**
   * The members of the source whose match is not certain: several users of the target match, or the
   * one that matches also matches another member.
   *
   * @return each with the users of the target, unmodifiable
   */
  public Map<UserId, Set<UserId>> ambiguous() {
    return Collections.unmodifiableMap(matches.ambiguous());
  }

  /** {@return how many members of the source are no users, such as groups in groups} */
  public long skipped() {
    return skipped;
  }

  /** {@return the user names of the members of the source, as they were read} */
  public KnownNames sourceNames() {
    return sourceNames;
  }

  /**
   * Whom the plan leaves out, as text, with names beside the identifiers where they are known.
   *
   * @param ofSource names of the source, for example {@link #sourceNames()}
   * @param ofTarget names of the target, where the same identifier can be another user
   * @return a line for each member without a certain match, each ended by a line feed
   */
  public String leftOut(KnownNames ofSource, KnownNames ofTarget) {
    StringBuilder text = new StringBuilder();
    unmatched().forEach(member -> line(text, "unmatched: " + ofSource.label(member)));
    ambiguous()
        .forEach(
            (member, several) ->
                line(
                    text,
                    "ambiguous: %s: %s"
                        .formatted(ofSource.label(member), list(several, ofTarget))));
    return text.toString();
  }

  private static void line(StringBuilder text, String words) {
    text.append(words).append('\n');
  }

  private static String list(Set<UserId> users, KnownNames names) {
    return users.stream().map(names::label).sorted().collect(Collectors.joining(", "));
  }

  @Override
  public String toString() {
    return "MirrorPlan[%s, unmatched=%d, ambiguous=%d]"
        .formatted(changes, matches.unmatched().size(), matches.ambiguous().size());
  }
}
