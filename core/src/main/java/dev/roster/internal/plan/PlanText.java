package dev.roster.internal.plan;

import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.directory.KnownNames;
import dev.roster.reconcile.GroupChanges;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.reconcile.ReconcilePlan;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The words of a plan as text, and how it is written.
 *
 * <p>The last line vouches for the whole text. Each line that can be struck carries a check of its
 * own besides, over itself and the lines that it depends on, so that a text without some of them
 * still shows an altered line, or one of another plan.
 */
public final class PlanText {

  /** The version of the form. */
  public static final String VERSION = "2";

  static final String HEAD = "roster-plan";
  static final String STORE = "store";
  static final String MODE = "mode";
  static final String GROUPS = "groups";
  static final String GROUP = "group";
  static final String ADD = "add";
  static final String REMOVE = "remove";
  static final String END = "end";
  static final String SEPARATOR = "\t";

  /** One accident in four billion goes unseen, and a line stays readable. */
  private static final int CHECK_DIGITS = 8;

  private final List<String> lines = new ArrayList<>();
  private final KnownNames names;

  private PlanText(KnownNames names) {
    this.names = names;
  }

  /**
   * Writes a plan.
   *
   * @param plan the plan
   * @param names stand beside the identifiers where they are known
   * @return lines, each ended by a line feed
   */
  public static String of(ReconcilePlan plan, KnownNames names) {
    PlanText written = withoutEnd(plan, names);
    written.line(END, Long.toString(plan.expectedCalls()), Sha256.hex(text(written.lines)));
    return text(written.lines);
  }

  /**
   * The checksum of the text without names.
   *
   * @param plan the plan
   * @return 64 lower-case hexadecimal digits
   */
  public static String checksum(ReconcilePlan plan) {
    return Sha256.hex(text(withoutEnd(plan, KnownNames.none()).lines));
  }

  private static PlanText withoutEnd(ReconcilePlan plan, KnownNames names) {
    PlanText written = new PlanText(names);
    written.line(HEAD, VERSION);
    written.line(STORE, plan.provider(), plan.identityStoreId().value());
    written.line(MODE, name(plan.mode()));
    written.line(GROUPS, Integer.toString(plan.groups().size()));
    String head = text(written.lines);
    plan.groups().forEach(group -> written.group(head, group));
    return written;
  }

  /** Lines as they are in a file, each ended by a line feed. */
  static String text(List<String> lines) {
    return String.join("\n", lines) + '\n';
  }

  /**
   * The mode as it is written.
   *
   * @param mode the mode
   * @return one lower-case word
   */
  public static String name(ReconcileMode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }

  /**
   * The last field of a line.
   *
   * @param dependsOn what else the line means nothing without
   * @param line its other fields
   */
  static String check(String dependsOn, List<String> line) {
    return Sha256.hex(dependsOn + '\n' + String.join(SEPARATOR, line)).substring(0, CHECK_DIGITS);
  }

  private void group(String head, GroupChanges changes) {
    String group = changes.groupId().value();
    String line =
        checked(
            head,
            names.of(changes.groupId()).orElse(null),
            GROUP,
            group,
            Long.toString(changes.membersPresent()),
            changes.fingerprint(),
            Integer.toString(changes.additions().size()),
            Integer.toString(changes.removals().size()));
    for (MemberId member : changes.additions()) {
      change(line, member, ADD, group, member.value());
    }
    for (Membership removal : changes.removals()) {
      MemberId member = removal.memberId();
      change(line, member, REMOVE, group, member.value(), removal.membershipId().value());
    }
  }

  private void change(String groupLine, MemberId member, String... fields) {
    checked(groupLine, names.of(member).orElse(null), fields);
  }

  private String checked(String dependsOn, @Nullable String name, String... fields) {
    List<String> line = new ArrayList<>(List.of(fields));
    line.addAll(NameComment.of(name));
    line.add(check(dependsOn, line));
    return line(line.toArray(String[]::new));
  }

  private String line(String... fields) {
    String line = String.join(SEPARATOR, fields);
    lines.add(line);
    return line;
  }
}
