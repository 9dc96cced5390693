package dev.roster.reconcile;

import dev.roster.directory.KnownNames;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A plan removes more than its {@link RemovalGuard} allows. Nothing was sent. The message names
 * groups by their identifiers only; {@link #toText} shows their names.
 */
public final class RemovalsRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient @Nullable List<Refusal> refusals;

  RemovalsRefusedException(List<Refusal> refusals) {
    super(text(refusals, Refusal::reason));
    this.refusals = List.copyOf(refusals);
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
    return text(refusals(), refusal -> refusal.reason(names));
  }

  private static String text(List<Refusal> refusals, Function<Refusal, String> reason) {
    return refusals.stream().map(reason).collect(Collectors.joining("; "))
        + ". Nothing was changed. Check that the list of desired members is whole; if the plan"
        + " is right, set a RemovalGuard that allows it.";
  }
}
