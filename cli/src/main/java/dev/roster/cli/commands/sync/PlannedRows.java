package dev.roster.cli.commands.sync;

import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.cli.rows.ChangeRow;
import dev.roster.cli.rows.ChangeRow.Action;
import dev.roster.cli.rows.ChangeRow.Change;
import dev.roster.cli.session.Session;
import dev.roster.reconcile.GroupChanges;
import dev.roster.reconcile.ReconcilePlan;
import java.util.ArrayList;
import java.util.List;

/** The changes of a plan, one a row: of each group the additions, then the removals. */
final class PlannedRows {

  private PlannedRows() {}

  static List<ChangeRow> of(Session session, ReconcilePlan plan) {
    List<Change> changes = new ArrayList<>();
    for (GroupChanges group : plan.groups()) {
      changes.addAll(changes(group));
    }
    session.names().readGroups(changes.stream().map(Change::group).distinct().toList());
    session.names().readUsers(changes.stream().map(Change::member).distinct().toList());
    return ChangeRow.planned(changes, session.names());
  }

  private static List<Change> changes(GroupChanges group) {
    List<Change> changes = new ArrayList<>();
    for (MemberId member : group.additions()) {
      changes.add(new Change(Action.ADD, group.groupId(), member));
    }
    for (Membership removed : group.removals()) {
      changes.add(new Change(Action.REMOVE, group.groupId(), removed.memberId()));
    }
    return changes;
  }
}
