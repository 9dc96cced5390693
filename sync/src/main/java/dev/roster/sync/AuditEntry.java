package dev.roster.sync;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.UserId;
import dev.roster.bulk.ItemStatus;
import dev.roster.reconcile.ChangeKind;
import dev.roster.reconcile.PlannedChange;
import dev.roster.sync.internal.file.Json;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** One line of an audit file: a change and what it came to, or the begin or end of a run. */
public final class AuditEntry {

  /** The run of a reviewed plan began. */
  static final String BEGIN = "begin";

  /** Every change of a plan was begun, and the run came to its end. */
  static final String END = "end";

  static final String REMOVE = "remove";

  private static final String ADD = "add";

  private final Instant time;
  private final String by;
  private final String action;
  private final @Nullable PlannedChange change;
  private final ObjectNode line;

  private AuditEntry(ObjectNode line) {
    this.line = line;
    this.time = Instant.parse(Json.need(line, "time"));
    this.by = Json.need(line, "by");
    this.action = Json.need(line, "action");
    this.change = change(line, action);
  }

  private static @Nullable PlannedChange change(ObjectNode line, String action) {
    if (!action.equals(ADD) && !action.equals(REMOVE)) {
      return null;
    }
    MemberId member = new UserId(Json.need(line, "member"));
    return new PlannedChange(
        action.equals(ADD) ? ChangeKind.ADD : ChangeKind.REMOVE,
        new GroupId(Json.need(line, "group")),
        member);
  }

  static String action(PlannedChange change) {
    return change.isRemoval() ? REMOVE : ADD;
  }

  static String outcome(ItemStatus status) {
    return status.name().toLowerCase(Locale.ROOT);
  }

  /** The entry of a line; empty where the line was torn by a crash. */
  static Optional<AuditEntry> parse(String text) {
    ObjectNode line = Json.parse(text);
    try {
      return line == null ? Optional.empty() : Optional.of(new AuditEntry(line));
    } catch (IllegalArgumentException | DateTimeParseException torn) {
      return Optional.empty();
    }
  }

  /** {@return when it was written} */
  public Instant time() {
    return time;
  }

  /** {@return who had it done} */
  public String by() {
    return by;
  }

  /** {@return the checksum of the plan; empty for changes without one} */
  public Optional<String> plan() {
    return text("plan");
  }

  /** {@return {@code add}, {@code remove}, {@code begin} or {@code end}} */
  public String action() {
    return action;
  }

  /** {@return the change; empty for the begin and the end of a run} */
  public Optional<PlannedChange> change() {
    return Optional.ofNullable(change);
  }

  /** {@return the name of the group, where it was known} */
  public Optional<String> groupName() {
    return text("group_name");
  }

  /** {@return the name of the member, where it was known} */
  public Optional<String> memberName() {
    return text("member_name");
  }

  /** {@return the status of the change, for example {@code created}; empty for begin and end} */
  public Optional<String> outcome() {
    return text("outcome");
  }

  /** {@return the code of the error, where the change failed or is unknown} */
  public Optional<String> error() {
    return text("error");
  }

  /** {@return the service's id of the last request, where it is known} */
  public Optional<String> requestId() {
    return text("request_id");
  }

  private Optional<String> text(String field) {
    return Optional.ofNullable(Json.text(line, field));
  }

  boolean isDone() {
    return Stream.of(ItemStatus.values()).filter(ItemStatus::isDone).anyMatch(this::cameTo);
  }

  boolean hasFailed() {
    return cameTo(ItemStatus.FAILED);
  }

  private boolean cameTo(ItemStatus status) {
    return outcome().filter(outcome(status)::equals).isPresent();
  }

  /** Without names: they are personal data. */
  @Override
  public String toString() {
    return "%s %s %s %s %s"
        .formatted(
            time,
            plan().orElse("without a plan"),
            action,
            change == null ? "" : change,
            outcome().orElse(""));
  }
}
