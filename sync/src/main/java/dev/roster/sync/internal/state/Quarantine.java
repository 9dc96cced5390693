package dev.roster.sync.internal.state;

import dev.roster.Membership;
import dev.roster.reconcile.ChangeKind;
import dev.roster.reconcile.PlannedChange;
import dev.roster.reconcile.ReconcilePlan;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * Since when the removals of a plan are due, and which of them have been for long enough. A member
 * who is desired again in between begins anew.
 */
public final class Quarantine {

  private final Map<PlannedChange, Due> since = new LinkedHashMap<>();
  private final Set<DueRemoval> known = new HashSet<>();
  private final Duration time;
  private final Instant now;
  private final UnaryOperator<String> canonicalId;

  public Quarantine(
      ReconcilePlan plan,
      Map<DueRemoval, Due> before,
      Duration time,
      Instant now,
      UnaryOperator<String> canonicalId) {
    this.time = time;
    this.now = now;
    this.canonicalId = canonicalId;
    plan.groups().stream()
        .flatMap(group -> group.removals().stream())
        .forEach(membership -> add(membership, before));
  }

  private void add(Membership membership, Map<DueRemoval, Due> before) {
    PlannedChange removal =
        new PlannedChange(ChangeKind.REMOVE, membership.groupId(), membership.memberId());
    Due place = before.get(key(removal));
    Instant begun = now;
    if (place != null && place.isOf(membership, canonicalId)) {
      known.add(key(removal));
      begun = earlier(place.since());
    }
    since.put(removal, new Due(begun, membership.membershipId().value()));
  }

  private DueRemoval key(PlannedChange change) {
    return DueRemoval.of(change, canonicalId);
  }

  /** A clock that was set back must not make a member wait for ever. */
  private Instant earlier(Instant begun) {
    return begun.isAfter(now) ? now : begun;
  }

  /** The removals that are due, and since when. */
  public Map<DueRemoval, Due> due() {
    Map<DueRemoval, Due> due = new HashMap<>();
    since.forEach((change, begun) -> due.put(key(change), begun));
    return due;
  }

  public boolean isOver(PlannedChange change) {
    return !end(change).isAfter(now);
  }

  public boolean isNew(PlannedChange change) {
    return !known.contains(key(change));
  }

  private Instant end(PlannedChange change) {
    return Objects.requireNonNull(since.get(change), "every removal is due since some time")
        .since()
        .plus(time);
  }

  /** The removals that wait, and until when. */
  public Map<PlannedChange, Instant> waiting() {
    return since.keySet().stream()
        .filter(change -> !isOver(change))
        .collect(Collectors.toUnmodifiableMap(change -> change, this::end));
  }
}
