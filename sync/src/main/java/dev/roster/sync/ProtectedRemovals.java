package dev.roster.sync;

import dev.roster.directory.KnownNames;
import dev.roster.reconcile.PlannedChange;
import dev.roster.reconcile.ReconcilePlan;
import java.util.Set;
import java.util.stream.Collectors;

/** What a plan would remove and must not. */
final class ProtectedRemovals {

  private ProtectedRemovals() {}

  static Set<PlannedChange> of(SyncSettings settings, ReconcilePlan plan, KnownNames names) {
    return plan.changes()
        .filter(change -> settings.protection.protects(change, names, settings.client::canonicalId))
        .collect(Collectors.toUnmodifiableSet());
  }
}
