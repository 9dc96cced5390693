package dev.roster.sync;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.UserId;
import dev.roster.reconcile.ChangeKind;
import dev.roster.reconcile.PlannedChange;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one run leaves to the next.
 *
 * @param provider the short name of the provider
 * @param store the store
 * @param size how many members the source had
 * @param due the removals that are due, and since when
 */
record SyncState(
    String provider, IdentityStoreId store, long size, Map<PlannedChange, Instant> due) {

  static final String VERSION = "1";
  private static final String HEAD = "roster-state";

  private static final Comparator<PlannedChange> ORDER =
      Comparator.comparing((PlannedChange change) -> change.groupId().value())
          .thenComparing(change -> change.memberId().value());

  SyncState {
    due = Map.copyOf(due);
  }

  SyncState keepingDue(Predicate<PlannedChange> isKept) {
    Map<PlannedChange, Instant> kept = new LinkedHashMap<>(due);
    kept.keySet().removeIf(isKept.negate());
    return new SyncState(provider, store, size, kept);
  }

  String toText() {
    ObjectNode head = Json.object();
    head.put(HEAD, VERSION);
    head.put("provider", provider);
    head.put("store", store.value());
    head.put("size", size);
    SealedLines lines = new SealedLines().add(head);
    due.keySet().stream().sorted(ORDER).forEach(change -> lines.add(line(change)));
    return lines.sealed();
  }

  private ObjectNode line(PlannedChange change) {
    ObjectNode line = Json.object();
    line.put("due", String.valueOf(due.get(change)));
    line.put("group", change.groupId().value());
    line.put("member", change.memberId().value());
    return line;
  }

  /** Refuses a text that is not exactly as it was written. */
  static SyncState parse(String text) {
    List<ObjectNode> lines = SealedLines.read(text);
    if (lines.isEmpty() || !VERSION.equals(Json.text(lines.get(0), HEAD))) {
      throw new IllegalArgumentException("it is no state of version " + VERSION);
    }
    ObjectNode head = lines.get(0);
    Map<PlannedChange, Instant> due = new LinkedHashMap<>();
    lines.stream().skip(1).forEach(line -> due.put(change(line), since(line)));
    return new SyncState(
        Json.need(head, "provider"),
        new IdentityStoreId(Json.need(head, "store")),
        Json.number(head, "size"),
        due);
  }

  private static PlannedChange change(ObjectNode line) {
    return new PlannedChange(
        ChangeKind.REMOVE,
        new GroupId(Json.need(line, "group")),
        new UserId(Json.need(line, "member")));
  }

  private static Instant since(ObjectNode line) {
    try {
      return Instant.parse(Json.need(line, "due"));
    } catch (DateTimeParseException broken) {
      throw new IllegalArgumentException("a time is expected as 'due'", broken);
    }
  }
}
