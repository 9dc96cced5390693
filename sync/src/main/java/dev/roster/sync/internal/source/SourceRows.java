package dev.roster.sync.internal.source;

import dev.roster.reconcile.DesiredMembers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a source with their lines. What a row without a user means is known only when all
 * rows are: that its group is to be empty, or that a user is missing.
 */
public final class SourceRows {

  private record Line(long number, @Nullable SourceRow row, String problem) {}

  private final List<Line> lines = new ArrayList<>();
  private final GroupTexts groups = new GroupTexts();

  public void add(long number, Map<String, String> values) {
    SourceRow row = new SourceRow(values);
    groups.add(number, row);
    lines.add(new Line(number, row, ""));
  }

  public void unreadable(long number, String problem) {
    lines.add(new Line(number, null, problem));
  }

  /** Adds what the rows say, in their order. */
  public void addTo(DesiredMembers.Builder desired) {
    lines.forEach(line -> add(line, desired.atLine(line.number())));
  }

  private void add(Line line, DesiredMembers.Builder desired) {
    SourceRow row = line.row();
    @Nullable String problem = row == null ? line.problem() : problem(row);
    if (row == null || problem != null) {
      desired.unreadableRow(String.valueOf(problem));
    } else {
      row.addTo(desired);
    }
  }

  private @Nullable String problem(SourceRow row) {
    boolean isOfGroup = row.groupId() != null || row.groupName() != null;
    return isOfGroup && !row.hasUser() ? groups.problemWithoutUser(row) : null;
  }
}
