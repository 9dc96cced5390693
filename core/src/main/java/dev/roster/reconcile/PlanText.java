package dev.roster.reconcile;

import dev.roster.MemberId;
import dev.roster.Membership;
import java.util.Locale;

/** The words of a plan as text, and how it is written. */
final class PlanText {

  static final String VERSION = "1";
  static final String HEAD = "roster-plan";
  static final String STORE = "store";
  static final String MODE = "mode";
  static final String GROUPS = "groups";
  static final String GROUP = "group";
  static final String ADD = "add";
  static final String REMOVE = "remove";
  static final String SEPARATOR = "\t";

  private final StringBuilder text = new StringBuilder();

  private PlanText() {}

  static String of(ReconcilePlan plan) {
    PlanText written = new PlanText();
    written.line(HEAD, VERSION);
    written.line(STORE, plan.provider(), plan.identityStoreId().value());
    written.line(MODE, name(plan.mode()));
    written.line(GROUPS, Integer.toString(plan.groups().size()));
    plan.groups().forEach(written::group);
    return written.text.toString();
  }

  static String name(ReconcileMode mode) {
    return mode.name().toLowerCase(Locale.ROOT);
  }

  private void group(GroupChanges changes) {
    String group = changes.groupId().value();
    line(
        GROUP,
        group,
        Long.toString(changes.membersPresent()),
        changes.fingerprint(),
        Integer.toString(changes.additions().size()),
        Integer.toString(changes.removals().size()));
    for (MemberId member : changes.additions()) {
      line(ADD, group, member.value());
    }
    for (Membership removal : changes.removals()) {
      line(REMOVE, group, removal.memberId().value(), removal.membershipId().value());
    }
  }

  private void line(String... fields) {
    text.append(String.join(SEPARATOR, fields)).append('\n');
  }
}
