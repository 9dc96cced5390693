package dev.roster.sync;

import dev.roster.RosterClient;
import dev.roster.bulk.BulkMemberships;
import dev.roster.directory.KnownNames;
import dev.roster.reconcile.ChangeOutcome;
import dev.roster.reconcile.MemberResolver;
import dev.roster.reconcile.Protection;
import dev.roster.reconcile.ReconcileProgress;
import dev.roster.reconcile.Reconciler;
import dev.roster.reconcile.RemovalGuard;
import dev.roster.reconcile.RemovalRule;
import dev.roster.reconcile.SourceTrust;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** How runs go about their work: what a builder had when it was built. */
final class SyncSettings {

  final RosterClient client;
  final Path directory;
  final Path audit;
  final @Nullable Path approval;
  final RemovalGuard guard;
  final SourceTrust trust;
  final Protection protection;
  final Duration quarantine;
  final Set<RemovalRule> allowed;
  final String by;
  final InstantSource clock;
  final RequestIds requestIds;
  final KnownNames names;
  final boolean readsNames;
  final OptionalLong users;
  final OptionalLong groups;
  final int concurrency;
  final Consumer<ReconcileProgress> progress;
  final Consumer<ChangeOutcome> outcomes;

  SyncSettings(SyncRunBuilder from) {
    this.client = from.client;
    this.directory = from.directory;
    this.audit = from.audit;
    this.approval = from.approval;
    this.guard = from.guard;
    this.trust = from.trust;
    this.protection = from.protection;
    this.quarantine = from.quarantine;
    this.allowed = EnumSet.copyOf(from.allowed);
    this.by = from.by;
    this.clock = from.clock;
    this.requestIds = from.requestIds;
    this.names = from.names;
    this.readsNames = from.readsNames;
    this.users = from.users;
    this.groups = from.groups;
    this.concurrency = from.concurrency;
    this.progress = from.progress;
    this.outcomes = from.outcomes;
  }

  Path stateFile() {
    return directory.resolve("state.jsonl");
  }

  Path lockFile() {
    return directory.resolve("run.lock");
  }

  MemberResolver resolver() {
    MemberResolver resolver = MemberResolver.of(client);
    return users.isPresent() && groups.isPresent()
        ? resolver.withStoreSize(users.getAsLong(), groups.getAsLong())
        : resolver;
  }

  /** Without a guard of its own: a run checks its plans itself, by the rules that are allowed. */
  Reconciler reconciler() {
    return Reconciler.of(client)
        .withGuard(RemovalGuard.allowingAll())
        .withConcurrency(concurrency)
        .withProgress(progress);
  }

  static int defaultConcurrency() {
    return BulkMemberships.DEFAULT_CONCURRENCY;
  }
}
