package dev.roster.sync;

import dev.roster.RosterClient;
import dev.roster.directory.KnownNames;
import dev.roster.reconcile.ChangeOutcome;
import dev.roster.reconcile.Protection;
import dev.roster.reconcile.ReconcileProgress;
import dev.roster.reconcile.RemovalGuard;
import dev.roster.reconcile.RemovalRule;
import dev.roster.reconcile.SourceTrust;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.InstantSource;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Collects how runs go about their work. Not thread-safe. */
public final class SyncRunBuilder {

  /** How long a removal waits from the run that found it due, unless set otherwise. */
  public static final Duration DEFAULT_QUARANTINE = Duration.ofHours(24);

  final RosterClient client;
  final Path directory;
  final Set<RemovalRule> allowed = EnumSet.noneOf(RemovalRule.class);
  Path audit;
  @Nullable Path approval;
  RemovalGuard guard = RemovalGuard.defaults();
  SourceTrust trust = SourceTrust.defaults();
  Protection protection = Protection.none();
  Duration quarantine = DEFAULT_QUARANTINE;
  String by = "roster-sync";
  InstantSource clock = Clock.systemUTC();
  RequestIds requestIds = new RequestIds();
  KnownNames names = KnownNames.none();
  boolean readsNames;
  OptionalLong users = OptionalLong.empty();
  OptionalLong groups = OptionalLong.empty();
  int concurrency = SyncSettings.defaultConcurrency();
  Consumer<ReconcileProgress> progress = any -> {};
  Consumer<ChangeOutcome> outcomes = any -> {};

  SyncRunBuilder(RosterClient client, Path directory) {
    this.client = Objects.requireNonNull(client, "client must not be null");
    this.directory = Objects.requireNonNull(directory, "directory must not be null");
    this.audit = directory.resolve("audit.jsonl");
  }

  /**
   * Sets who has the changes made, for the audit.
   *
   * @param who {@code roster-sync} unless set
   * @return this
   */
  public SyncRunBuilder by(String who) {
    this.by = Objects.requireNonNull(who, "by must not be null");
    return this;
  }

  /**
   * Sets the audit file, which several directories can share.
   *
   * @param file {@code audit.jsonl} in the directory unless set
   * @return this
   */
  public SyncRunBuilder auditFile(Path file) {
    this.audit = Objects.requireNonNull(file, "audit file must not be null");
    return this;
  }

  /**
   * Has removals made only where an approval names the checksum of the plan.
   *
   * @param file as {@link Approval#read} reads it; need not be there yet
   * @return this
   */
  public SyncRunBuilder approval(Path file) {
    this.approval = Objects.requireNonNull(file, "approval file must not be null");
    return this;
  }

  /**
   * Sets how much a run may remove.
   *
   * @param removals {@link RemovalGuard#defaults()} unless set
   * @return this
   */
  public SyncRunBuilder guard(RemovalGuard removals) {
    this.guard = Objects.requireNonNull(removals, "guard must not be null");
    return this;
  }

  /**
   * Sets when a source is trusted. Its last size is that of the state file.
   *
   * @param rules {@link SourceTrust#defaults()} unless set
   * @return this
   */
  public SyncRunBuilder trust(SourceTrust rules) {
    this.trust = Objects.requireNonNull(rules, "trust must not be null");
    return this;
  }

  /**
   * Sets what no run removes. Names are read where its patterns need them: one call for each
   * hundred groups or users, or less.
   *
   * @param kept {@link Protection#none()} unless set
   * @return this
   */
  public SyncRunBuilder protection(Protection kept) {
    this.protection = Objects.requireNonNull(kept, "protection must not be null");
    return this;
  }

  /**
   * Sets how long a removal must have been due before it is made.
   *
   * @param time zero or more; {@link #DEFAULT_QUARANTINE} unless set
   * @return this
   * @throws IllegalArgumentException if the time is negative
   */
  public SyncRunBuilder quarantine(Duration time) {
    if (time.isNegative()) {
      throw new IllegalArgumentException("quarantine must not be negative, but is " + time);
    }
    this.quarantine = time;
    return this;
  }

  /**
   * Allows rules for the runs that are built. A service that runs by itself should allow none: a
   * person allows a rule for one run, after having looked.
   *
   * @param rules what does not refuse removals; none unless set
   * @return this
   */
  public SyncRunBuilder allow(RemovalRule... rules) {
    this.allowed.addAll(List.of(rules));
    return this;
  }

  /**
   * Sets the clock of the quarantine and the audit.
   *
   * @param time the clock of the system unless set
   * @return this
   */
  public SyncRunBuilder clock(InstantSource time) {
    this.clock = Objects.requireNonNull(time, "clock must not be null");
    return this;
  }

  /**
   * Sets where the audit finds the ids of requests that succeeded.
   *
   * @param listener a listener of the client
   * @return this
   */
  public SyncRunBuilder requestIds(RequestIds listener) {
    this.requestIds = Objects.requireNonNull(listener, "request ids must not be null");
    return this;
  }

  /**
   * Sets names that are known already, for the audit and for patterns of protected names.
   *
   * @param known none unless set
   * @return this
   */
  public SyncRunBuilder names(KnownNames known) {
    this.names = Objects.requireNonNull(known, "names must not be null");
    return this;
  }

  /**
   * Has the names of the groups and members that change read, for the audit and for reviewers: one
   * call for each hundred, or less. Those that the source gives are known without that.
   *
   * @return this
   */
  public SyncRunBuilder readingNames() {
    this.readsNames = true;
    return this;
  }

  /**
   * Sets the size of the store, by which names are found in fewer calls.
   *
   * @param userCount about how many users it has
   * @param groupCount about how many groups it has
   * @return this
   * @throws IllegalArgumentException if a number is negative
   */
  public SyncRunBuilder storeSize(long userCount, long groupCount) {
    if (userCount < 0 || groupCount < 0) {
      throw new IllegalArgumentException("the size of a store must not be negative");
    }
    this.users = OptionalLong.of(userCount);
    this.groups = OptionalLong.of(groupCount);
    return this;
  }

  /**
   * Sets how many calls are under way at the same time, one for each group at the most.
   *
   * @param calls 1 or more
   * @return this
   */
  public SyncRunBuilder concurrency(int calls) {
    this.concurrency = calls;
    return this;
  }

  /**
   * Sets a listener of how far a run has come: first its additions, then its removals.
   *
   * @param listener called one at a time, on threads of the run
   * @return this
   */
  public SyncRunBuilder progress(Consumer<ReconcileProgress> listener) {
    this.progress = Objects.requireNonNull(listener, "listener must not be null");
    return this;
  }

  /**
   * Sets a listener of each outcome, after the audit has it. Where a line of the audit cannot be
   * written, the run fails when the changes under way have ended; the listener has been notified of
   * each that was begun then, and nothing else tells them.
   *
   * @param listener called one at a time, on threads of the run
   * @return this
   */
  public SyncRunBuilder outcomes(Consumer<ChangeOutcome> listener) {
    this.outcomes = Objects.requireNonNull(listener, "listener must not be null");
    return this;
  }

  /**
   * Makes the run, which can be run any number of times.
   *
   * @return a new run
   */
  public SyncRun build() {
    return new SyncRun(new SyncSettings(this));
  }
}
