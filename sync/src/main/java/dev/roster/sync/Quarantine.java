package dev.roster.sync;

import dev.roster.reconcile.PlannedChange;
import dev.roster.reconcile.ReconcilePlan;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Since when the removals of a plan are due, and which of them have been for long enough. A member
 * who is desired again in between begins anew.
 */
final class Quarantine {

  private final Map<PlannedChange, Instant> since = new LinkedHashMap<>();
  private final Set<PlannedChange> known;
  private final Duration time;
  private final Instant now;

  Quarantine(ReconcilePlan plan, Map<PlannedChange, Instant> before, Duration time, Instant now) {
    this.known = before.keySet();
    this.time = time;
    this.now = now;
    plan.changes()
        .filter(PlannedChange::isRemoval)
        .forEach(change -> since.put(change, earlier(before.getOrDefault(change, now))));
  }

  /** A clock that was set back must not make a member wait for ever. */
  private Instant earlier(Instant begun) {
    return begun.isAfter(now) ? now : begun;
  }

  /** The removals that are due, and since when. */
  Map<PlannedChange, Instant> due() {
    return Collections.unmodifiableMap(since);
  }

  boolean isOver(PlannedChange change) {
    return !end(change).isAfter(now);
  }

  boolean isNew(PlannedChange change) {
    return !known.contains(change);
  }

  private Instant end(PlannedChange change) {
    return Objects.requireNonNull(since.get(change), "every removal is due since some time")
        .plus(time);
  }

  /** The removals that wait, and until when. */
  Map<PlannedChange, Instant> waiting() {
    return since.keySet().stream()
        .filter(change -> !isOver(change))
        .collect(Collectors.toUnmodifiableMap(change -> change, this::end));
  }
}
