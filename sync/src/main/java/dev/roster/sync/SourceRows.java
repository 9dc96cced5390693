package dev.roster.sync;

import dev.roster.reconcile.DesiredMembers;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a source with their lines. What a row without a user means is known only when all
 * rows are: that its group is to be empty, or that a user is missing.
 */
final class SourceRows {

  private record Line(long number, @Nullable SourceRow row, String problem) {}

  private final List<Line> lines = new ArrayList<>();
  private final Set<String> withUsers = new HashSet<>();

  void add(long number, Map<String, String> values) {
    SourceRow row = new SourceRow(values);
    if (row.hasUser()) {
      row.groupTexts().forEach(withUsers::add);
    }
    lines.add(new Line(number, row, ""));
  }

  void unreadable(long number, String problem) {
    lines.add(new Line(number, null, problem));
  }

  /** Adds what the rows say, in their order. */
  void addTo(DesiredMembers.Builder desired) {
    lines.forEach(line -> add(line, desired.atLine(line.number())));
  }

  private void add(Line line, DesiredMembers.Builder desired) {
    SourceRow row = line.row();
    if (row == null) {
      desired.unreadableRow(line.problem());
    } else if (!row.hasUser() && row.groupTexts().anyMatch(withUsers::contains)) {
      desired.unreadableRow("it names no user, and its group has members in other rows");
    } else {
      row.addTo(desired);
    }
  }
}
