package dev.roster.sync;

import dev.roster.RosterException;
import dev.roster.bulk.ItemStatus;
import dev.roster.directory.KnownNames;
import dev.roster.reconcile.PlannedChange;
import dev.roster.sync.internal.file.Json;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** The lines of one run in an audit file. Thread-safe. */
final class AuditLines {

  private final AuditFile file;
  private final @Nullable String plan;
  private final KnownNames names;
  private final RequestIds requestIds;

  /** For changes of a plan with a checksum; null where there is no plan. */
  AuditLines(AuditFile file, @Nullable String plan, KnownNames names, RequestIds requestIds) {
    this.file = file;
    this.plan = plan;
    this.names = names;
    this.requestIds = requestIds;
  }

  void begin() {
    file.write(Json.line(line(AuditEntry.BEGIN)));
  }

  /** Ends the run where the file has its begin. */
  void endUnfinished() {
    if (plan != null && new AuditHistory(file.path()).isUnfinished(plan)) {
      file.write(Json.line(line(AuditEntry.END)));
    }
  }

  /** What a change came to that was begun. */
  void outcome(PlannedChange change, ItemStatus status, @Nullable RosterException error) {
    ObjectNode line = change(change, status);
    if (error != null) {
      line.put("error", error.code().name());
    }
    Optional<String> requestId = error == null ? requestIds.ofThisThread() : error.requestId();
    Json.put(line, "request_id", requestId.orElse(null));
    file.write(Json.line(line));
  }

  /** What was found to be done without a call of this run. */
  void found(List<PlannedChange> changes) {
    StringBuilder lines = new StringBuilder();
    for (PlannedChange change : changes) {
      ItemStatus status =
          change.isRemoval() ? ItemStatus.ALREADY_ABSENT : ItemStatus.ALREADY_PRESENT;
      lines.append(Json.line(change(change, status)));
    }
    file.write(lines.toString());
  }

  private ObjectNode change(PlannedChange change, ItemStatus status) {
    ObjectNode line = line(AuditEntry.action(change));
    line.put("group", change.groupId().value());
    Json.put(line, "group_name", names.of(change.groupId()).orElse(null));
    line.put("member", change.memberId().value());
    Json.put(line, "member_name", names.of(change.memberId()).orElse(null));
    line.put("outcome", AuditEntry.outcome(status));
    return line;
  }

  private ObjectNode line(String action) {
    ObjectNode line = Json.object();
    line.put("time", file.now().toString());
    line.put("by", file.by());
    Json.put(line, "plan", plan);
    line.put("action", action);
    return line;
  }
}
