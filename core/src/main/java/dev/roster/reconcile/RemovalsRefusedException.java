package dev.roster.reconcile;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A plan removes more than its {@link RemovalGuard} allows. Nothing was sent. */
public final class RemovalsRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable List<Refusal> refusals;

  RemovalsRefusedException(List<Refusal> refusals) {
    super(
        refusals.stream().map(Refusal::reason).collect(Collectors.joining("; "))
            + ". Nothing was changed. Check that the list of desired members is whole; if the plan"
            + " is right, set a RemovalGuard that allows it.");
    this.refusals = List.copyOf(refusals);
  }

  /** {@return what the guard does not allow; unmodifiable, not serialized} */
  public List<Refusal> refusals() {
    return refusals == null ? List.of() : refusals;
  }
}
