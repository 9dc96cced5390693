package dev.roster.sync.internal.state;

import dev.roster.IdentityStoreId;
import dev.roster.sync.internal.file.Json;
import dev.roster.sync.internal.file.SealedLines;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import tools.jackson.databind.node.ObjectNode;

/**
 * What one run leaves to the next.
 *
 * @param provider the short name of the provider
 * @param store the store
 * @param size how many members the source had
 * @param groups the groups that the source named; none in a file of an earlier version
 * @param due the removals that are due, and since when
 */
public record SyncState(
    String provider,
    IdentityStoreId store,
    long size,
    Set<String> groups,
    Map<DueRemoval, Due> due) {

  public static final String VERSION = "1";
  private static final String HEAD = "roster-state";
  private static final String NAMED = "source_group";

  private static final Comparator<DueRemoval> ORDER =
      Comparator.comparing(DueRemoval::group).thenComparing(DueRemoval::member);

  public SyncState {
    groups = Set.copyOf(groups);
    due = Map.copyOf(due);
  }

  /** Two sources would take the places of each other's removals, so that none is ever made. */
  public boolean isOfSourceOf(Set<String> named) {
    return groups.isEmpty() || named.isEmpty() || !Collections.disjoint(groups, named);
  }

  public SyncState keepingDue(BiPredicate<DueRemoval, Due> isKept) {
    Map<DueRemoval, Due> kept = new LinkedHashMap<>(due);
    kept.entrySet().removeIf(each -> !isKept.test(each.getKey(), each.getValue()));
    return new SyncState(provider, store, size, groups, kept);
  }

  /** With one spelling of each identifier. Of two removals that are one, the later counts. */
  public SyncState spelt(UnaryOperator<String> canonicalId) {
    Map<DueRemoval, Due> spelt = new LinkedHashMap<>();
    due.forEach(
        (removal, since) ->
            spelt.merge(
                removal.spelt(canonicalId),
                since,
                BinaryOperator.maxBy(Comparator.comparing(Due::since))));
    return new SyncState(provider, store, size, groups, spelt);
  }

  public String toText() {
    ObjectNode head = Json.object();
    head.put(HEAD, VERSION);
    head.put("provider", provider);
    head.put("store", store.value());
    head.put("size", size);
    SealedLines lines = new SealedLines().add(head);
    groups.stream().sorted().forEach(group -> lines.add(line(group)));
    due.keySet().stream().sorted(ORDER).forEach(removal -> lines.add(line(removal)));
    return lines.sealed();
  }

  private static ObjectNode line(String group) {
    ObjectNode line = Json.object();
    line.put(NAMED, group);
    return line;
  }

  private ObjectNode line(DueRemoval removal) {
    ObjectNode line = Json.object();
    Due since = Objects.requireNonNull(due.get(removal), "it is one of them");
    line.put("due", since.since().toString());
    line.put("group", removal.group());
    line.put("member", removal.member());
    Json.put(line, "membership", since.membership());
    return line;
  }

  /** Refuses a text that is not exactly as it was written. */
  public static SyncState parse(String text) {
    List<ObjectNode> lines = SealedLines.read(text);
    if (lines.isEmpty() || !VERSION.equals(Json.text(lines.get(0), HEAD))) {
      throw new IllegalArgumentException("it is no state of version " + VERSION);
    }
    Set<String> groups = new HashSet<>();
    Map<DueRemoval, Due> due = new LinkedHashMap<>();
    lines.stream().skip(1).forEach(line -> add(line, groups, due));
    return of(lines.get(0), groups, due);
  }

  private static void add(ObjectNode line, Set<String> groups, Map<DueRemoval, Due> due) {
    if (line.has(NAMED)) {
      groups.add(Json.need(line, NAMED));
    } else {
      due.put(removal(line), since(line));
    }
  }

  private static SyncState of(ObjectNode head, Set<String> groups, Map<DueRemoval, Due> due) {
    return new SyncState(
        Json.need(head, "provider"),
        new IdentityStoreId(Json.need(head, "store")),
        Json.number(head, "size"),
        groups,
        due);
  }

  private static DueRemoval removal(ObjectNode line) {
    return new DueRemoval(Json.need(line, "group"), Json.need(line, "member"));
  }

  private static Due since(ObjectNode line) {
    try {
      return new Due(Instant.parse(Json.need(line, "due")), Json.text(line, "membership"));
    } catch (DateTimeParseException broken) {
      throw new IllegalArgumentException("a time is expected as 'due'", broken);
    }
  }
}
