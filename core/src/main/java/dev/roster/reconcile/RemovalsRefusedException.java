package dev.roster.reconcile;

import dev.roster.directory.KnownNames;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan removes more than its {@link RemovalGuard} allows. Nothing was sent. The message names
 * groups by their identifiers only; {@link #toText} shows names.
 */
public final class RemovalsRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable List<Refusal> refusals;

  RemovalsRefusedException(List<Refusal> refusals) {
    super(text(refusals, KnownNames.none()));
    this.refusals = List.copyOf(refusals);
  }

  private static String text(List<Refusal> refusals, KnownNames names) {
    return refusals.stream().map(each -> each.reason(names)).collect(Collectors.joining("; "))
        + ". Nothing was changed. Check that the list of desired members is whole; if the plan"
        + " is right, set a RemovalGuard that allows it.";
  }

  /** {@return what the guard does not allow; unmodifiable, not serialized} */
  public List<Refusal> refusals() {
    return refusals == null ? List.of() : refusals;
  }

  /**
   * The message, with names beside the identifiers of groups where they are known.
   *
   * @param names names to show
   * @return one line
   */
  public String toText(KnownNames names) {
    return refusals == null ? String.valueOf(getMessage()) : text(refusals, names);
  }
}
