package dev.roster.sync;

import dev.roster.reconcile.PlannedChange;
import dev.roster.sync.internal.state.DueRemoval;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What an audit file says of earlier runs. */
final class AuditHistory {

  private final Path file;

  AuditHistory(Path file) {
    this.file = file;
  }

  private Stream<AuditEntry> of(String plan) {
    return AuditFile.read(file, plan)
        .filter(entry -> entry.plan().filter(plan::equals).isPresent());
  }

  /**
   * The changes of a plan that the file has as done and whose run did not come to its end. A run of
   * the same plan need not make them again. None where the last run of the plan came to its end.
   */
  Set<PlannedChange> doneInUnfinishedRun(String plan) {
    Set<PlannedChange> done = new HashSet<>();
    try (Stream<AuditEntry> entries = of(plan)) {
      boolean begun = false;
      for (AuditEntry entry : (Iterable<AuditEntry>) entries::iterator) {
        begun = begun ? !entry.action().equals(AuditEntry.END) : isBegin(entry);
        collect(entry, begun, done);
      }
    }
    return done;
  }

  /** A line outside of a run, such as those of a sync, is of no unfinished one. */
  private static void collect(AuditEntry entry, boolean begun, Set<PlannedChange> done) {
    if (!begun) {
      done.clear();
    } else if (entry.isDone()) {
      entry.change().ifPresent(done::add);
    }
  }

  /** Whether a run of the plan began and did not come to its end. */
  boolean isUnfinished(String plan) {
    try (Stream<AuditEntry> entries = of(plan)) {
      return entries
          .filter(entry -> entry.change().isEmpty())
          .map(AuditHistory::isBegin)
          .reduce(false, (earlier, later) -> later);
    }
  }

  private static boolean isBegin(AuditEntry entry) {
    return entry.action().equals(AuditEntry.BEGIN);
  }

  /** The removals that were made or may have been, and when the last time. */
  Map<DueRemoval, Instant> removals(UnaryOperator<String> canonicalId) {
    Map<DueRemoval, Instant> removals = new HashMap<>();
    try (Stream<AuditEntry> entries = AuditFile.read(file, AuditEntry.REMOVE)) {
      entries.forEach(
          entry ->
              removal(entry, canonicalId)
                  .ifPresent(removal -> removals.put(removal, entry.time())));
    }
    return removals;
  }

  private static Optional<DueRemoval> removal(AuditEntry entry, UnaryOperator<String> canonicalId) {
    return entry
        .change()
        .filter(change -> change.isRemoval() && !entry.hasFailed())
        .map(change -> DueRemoval.of(change, canonicalId));
  }
}
