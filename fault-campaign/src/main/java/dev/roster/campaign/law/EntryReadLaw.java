package dev.roster.campaign.law;

import dev.roster.campaign.record.CallReport;
import dev.roster.campaign.record.EntryLedger;
import dev.roster.campaign.record.EntryName;
import dev.roster.campaign.record.StoredEntry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What has to hold of all reads of users and groups: it was true while they ran, or within the lag.
 */
public final class EntryReadLaw {

  private final EntryLedger ledger;
  private final long lagNanos;

  public EntryReadLaw(EntryLedger ledger, long lagNanos) {
    this.ledger = ledger;
    this.lagNanos = lagNanos;
  }

  /**
   * What a read saw of a user or group.
   *
   * @param name its unique name
   * @param id its id
   * @param value what updates set
   */
  public record Seen(EntryName name, String id, @Nullable String value) {

    private boolean is(StoredEntry entry) {
      return entry.id().equals(id) && Objects.equals(entry.value(), value);
    }
  }

  /** A read by name found this, or nothing. */
  public List<String> found(CallReport call, EntryName name, Optional<Seen> seen) {
    return seen.map(one -> found(call, name, one)).orElseGet(() -> missing(call, name, null));
  }

  private List<String> found(CallReport call, EntryName name, Seen seen) {
    if (!seen.name().equals(name)) {
      return List.of("another was found: " + seen);
    }
    List<Optional<StoredEntry>> possible = possible(call, name);
    return present(possible).anyMatch(seen::is)
        ? List.of()
        : List.of("what was found was never true: %s, and true was %s".formatted(seen, possible));
  }

  /** A look-up found this id, or none. */
  public List<String> foundId(CallReport call, EntryName name, @Nullable String id) {
    if (id == null) {
      return missing(call, name, null);
    }
    List<Optional<StoredEntry>> possible = possible(call, name);
    return present(possible).anyMatch(entry -> entry.id().equals(id))
        ? List.of()
        : List.of("what was found was never true: %s, and true was %s".formatted(id, possible));
  }

  /** A read said that there is nothing: of this id, or of the name where the id is null. */
  public List<String> missing(CallReport call, EntryName name, @Nullable String id) {
    boolean wasAbsent =
        possible(call, name).stream()
            .anyMatch(state -> state.filter(e -> id == null || e.id().equals(id)).isEmpty());
    return wasAbsent ? List.of() : List.of("not found, and it was there all the time: " + name);
  }

  /** A listing has what was there all the time exactly once, and nothing that never was. */
  public List<String> listed(CallReport call, Collection<EntryName> names, List<Seen> rows) {
    List<String> broken = new ArrayList<>();
    if (rows.stream().map(Seen::id).distinct().count() < rows.size()) {
      broken.add("listed twice: " + rows);
    }
    names.forEach(name -> broken.addAll(listedAs(call, name, rows)));
    return broken;
  }

  private List<String> listedAs(CallReport call, EntryName name, List<Seen> rows) {
    List<Seen> own = rows.stream().filter(row -> row.name().equals(name)).toList();
    return own.isEmpty()
        ? missing(call, name, null)
        : own.stream().flatMap(row -> found(call, name, row).stream()).toList();
  }

  private List<Optional<StoredEntry>> possible(CallReport call, EntryName name) {
    return ledger.during(name, call.startNanos() - lagNanos, call.endNanos());
  }

  private static Stream<StoredEntry> present(List<Optional<StoredEntry>> possible) {
    return possible.stream().flatMap(Optional::stream);
  }
}
