package dev.roster.sync;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.UserId;
import dev.roster.directory.KnownNames;
import dev.roster.query.NameResolver;
import dev.roster.reconcile.PlannedChange;
import dev.roster.reconcile.ReconcilePlan;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the names that a run needs and that are not known yet. */
final class PlanNames {

  private PlanNames() {}

  static KnownNames of(SyncSettings settings, KnownNames known, ReconcilePlan plan) {
    return withUsers(settings, withGroups(settings, known, plan), plan);
  }

  private static KnownNames withGroups(
      SyncSettings settings, KnownNames known, ReconcilePlan plan) {
    Set<GroupId> unknown =
        plan.changes()
            .filter(wanted(settings, settings.protection.needsGroupNames()))
            .map(PlannedChange::groupId)
            .filter(group -> known.of(group).isEmpty())
            .collect(Collectors.toSet());
    var resolver = NameResolver.ofGroups(settings.client);
    var sized =
        settings.groups.isPresent()
            ? resolver.withStoreSize(settings.groups.getAsLong())
            : resolver;
    return unknown.isEmpty() ? known : known.withGroups(sized.entries(unknown).values());
  }

  private static KnownNames withUsers(SyncSettings settings, KnownNames known, ReconcilePlan plan) {
    Set<UserId> unknown =
        plan.changes()
            .filter(wanted(settings, settings.protection.needsMemberNames()))
            .map(PlannedChange::memberId)
            .filter(member -> known.of(member).isEmpty())
            .flatMap(PlanNames::users)
            .collect(Collectors.toSet());
    var resolver = NameResolver.ofUsers(settings.client);
    var sized =
        settings.users.isPresent() ? resolver.withStoreSize(settings.users.getAsLong()) : resolver;
    return unknown.isEmpty() ? known : known.withUsers(sized.entries(unknown).values());
  }

  private static Stream<UserId> users(MemberId member) {
    return member instanceof UserId user ? Stream.of(user) : Stream.empty();
  }

  /** Only what is removed can be protected. */
  private static Predicate<PlannedChange> wanted(SyncSettings settings, boolean isProtected) {
    return change -> settings.readsNames || (isProtected && change.isRemoval());
  }
}
