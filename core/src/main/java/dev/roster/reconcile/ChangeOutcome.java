package dev.roster.reconcile;

import dev.roster.RosterException;
import dev.roster.bulk.ItemResult;
import dev.roster.bulk.ItemStatus;
import java.util.Objects;
import java.util.Optional;

/** One change of a plan that was begun, and what it came to. Immutable. */
public final class ChangeOutcome {

  private final PlannedChange change;
  private final ItemResult result;

  private ChangeOutcome(PlannedChange change, ItemResult result) {
    this.change = change;
    this.result = result;
  }

  static ChangeOutcome of(ChangeKind kind, ItemResult result) {
    return new ChangeOutcome(
        new PlannedChange(kind, result.item().groupId(), result.item().memberId()), result);
  }

  /** {@return the change, as the plan has it} */
  public PlannedChange change() {
    return change;
  }

  /** {@return the result of the member and group, as the report of the run has it} */
  public ItemResult result() {
    return result;
  }

  /** {@return what it came to} */
  public ItemStatus status() {
    return Objects.requireNonNull(result.status(), "a result has a status");
  }

  /** {@return why it failed or is unknown; empty where it is done} */
  public Optional<RosterException> error() {
    return result.error();
  }

  /** The change and its status, and the error's code where there is one. */
  @Override
  public String toString() {
    return error()
        .map(error -> "%s: %s (%s)".formatted(change, status(), error.code()))
        .orElseGet(() -> change + ": " + status());
  }
}
