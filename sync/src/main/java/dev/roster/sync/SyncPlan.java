package dev.roster.sync;

import dev.roster.directory.KnownNames;
import dev.roster.reconcile.PlannedChange;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.reconcile.Refusal;
import dev.roster.reconcile.RemovalRule;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * What a run would change, and what it holds back and why. Made by {@link SyncRun#plan}. Immutable.
 */
public final class SyncPlan {

  private final ReconcilePlan all;
  private final KnownNames names;
  private final Set<PlannedChange> protectedRemovals;
  private final Map<PlannedChange, Instant> waiting;
  private final List<Refusal> refusals;
  private final List<Refusal> allowed;
  private final List<Refusal> findings;
  private final ReconcilePlan changes;
  private final long notRepeated;

  SyncPlan(
      ReconcilePlan all,
      KnownNames names,
      Set<PlannedChange> protectedRemovals,
      Map<PlannedChange, Instant> waiting,
      Verdict verdict) {
    this(all, names, protectedRemovals, waiting, verdict, 0);
  }

  /** With the number of changes that are not made again although the groups do not show them. */
  SyncPlan(
      ReconcilePlan all,
      KnownNames names,
      Set<PlannedChange> protectedRemovals,
      Map<PlannedChange, Instant> waiting,
      Verdict verdict,
      long notRepeated) {
    this.all = all;
    this.names = names;
    this.protectedRemovals = Set.copyOf(protectedRemovals);
    this.waiting = Map.copyOf(waiting);
    this.refusals = verdict.refused();
    this.allowed = verdict.allowed();
    this.findings = verdict.findings();
    this.changes = all.keeping(this::isOfThisRun);
    this.notRepeated = notRepeated;
  }

  private boolean isOfThisRun(PlannedChange change) {
    return !change.isRemoval()
        || (refusals.isEmpty()
            && !protectedRemovals.contains(change)
            && !waiting.containsKey(change));
  }

  /**
   * What this run changes: every addition, and the removals that nothing holds back. An approval
   * names the {@linkplain ReconcilePlan#checksum() checksum} of this plan.
   *
   * @return a plan of the same groups as {@link #all()}
   */
  public ReconcilePlan changes() {
    return changes;
  }

  /** {@return every difference between the groups as they are and as they should be} */
  public ReconcilePlan all() {
    return all;
  }

  /** {@return the names of groups and members, as far as the source or the store gave them} */
  public KnownNames names() {
    return names;
  }

  /** {@return why nothing is removed; empty where nothing speaks against it; unmodifiable} */
  public List<Refusal> refusals() {
    return refusals;
  }

  /** {@return what would have been refused and was allowed for this run; unmodifiable} */
  public List<Refusal> allowed() {
    return allowed;
  }

  /**
   * Why a source that only adds cannot be followed as a whole: rows that cannot be read, names that
   * no one has or several have, an end that came early. What it says beside that is added. Where
   * members are removed as well, this is among the {@link #refusals()}.
   *
   * @return unmodifiable; empty for a source that is whole, and for a reviewed plan
   */
  public List<Refusal> findings() {
    return findings;
  }

  /** {@return the removals that are not made because the group or the member is protected} */
  public Set<PlannedChange> protectedRemovals() {
    return protectedRemovals;
  }

  /** {@return the removals that wait in quarantine, and until when; unmodifiable} */
  public Map<PlannedChange, Instant> waiting() {
    return waiting;
  }

  /** {@return how many removals are not made in this run, for whatever reason} */
  public long heldBack() {
    return all.removals() - changes.removals();
  }

  /**
   * How many changes of a reviewed plan are not made again, although the groups do not show them:
   * the audit has them as done in a run that did not come to its end, so that they were undone
   * since, or reads lag. When this run has come to its end, the next one of the same plan makes
   * them.
   *
   * @return zero or more; zero for what a source says
   */
  public long notRepeated() {
    return notRepeated;
  }

  /**
   * What an administrator needs to know, without names of people.
   *
   * @return lines without line ends: the counts, then each refusal
   */
  public List<String> messages() {
    List<String> lines = new ArrayList<>();
    lines.add(counts());
    refusals.forEach(refusal -> lines.add(refusal.message()));
    addFindings(lines);
    addAllowed(lines);
    addNotRepeated(lines);
    return List.copyOf(lines);
  }

  private String counts() {
    return "add %d, remove %d, hold back %d removals (%d protected, %d wait)"
        .formatted(
            changes.additions(),
            changes.removals(),
            heldBack(),
            protectedRemovals.size(),
            waiting.size());
  }

  void addFindings(List<String> lines) {
    findings.forEach(
        finding ->
            lines.add(
                ("%s. That is left out; the rest is added. If this is right, allow the rule %s for"
                        + " this run.")
                    .formatted(finding.reason(), finding.rule().id())));
  }

  void addAllowed(List<String> lines) {
    allowed.forEach(refusal -> lines.add("Allowed for this run: %s.".formatted(refusal.reason())));
  }

  void addNotRepeated(List<String> lines) {
    if (notRepeated > 0) {
      lines.add(
          ("%d of the changes are not made again, although the groups do not show them: the audit"
                  + " has them as done in a run that was ended early. If they are to be made, run"
                  + " the same plan once more.")
              .formatted(notRepeated));
    }
  }

  /** The counts and the rules that refuse removals, in one line. */
  @Override
  public String toString() {
    return "SyncPlan[add %d, remove %d, held back %d, refused by %s]"
        .formatted(
            changes.additions(),
            changes.removals(),
            heldBack(),
            refusals.stream().map(Refusal::rule).toList());
  }

  /**
   * What speaks against removals, parted by what is allowed for this run.
   *
   * @param refused what is not
   * @param allowed what is
   * @param findings what is not, in a run that removes no one
   */
  record Verdict(List<Refusal> refused, List<Refusal> allowed, List<Refusal> findings) {

    static Verdict of(List<Refusal> all, Set<RemovalRule> allowed) {
      return new Verdict(
          some(all, rule -> !allowed.contains(rule)), some(all, allowed::contains), List.of());
    }

    /** There are no removals to refuse, but what the source lacks is not done all the same. */
    static Verdict ofAdditions(List<Refusal> all, Set<RemovalRule> allowed) {
      Verdict verdict = of(all, allowed);
      return new Verdict(List.of(), verdict.allowed, verdict.refused);
    }

    private static List<Refusal> some(List<Refusal> all, Predicate<RemovalRule> wanted) {
      return all.stream().filter(refusal -> wanted.test(refusal.rule())).distinct().toList();
    }

    /** Whether nothing but one rule speaks against removals. */
    boolean isOnly(RemovalRule rule) {
      return refused.stream().allMatch(refusal -> refusal.rule() == rule);
    }
  }
}
