package dev.roster.reconcile;

/** A plan removes more than its {@link RemovalGuard} allows. Nothing was sent. */
public final class RemovalsRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  RemovalsRefusedException(String reason) {
    super(
        reason
            + ". Nothing was changed. Check that the list of desired members is whole; if the plan"
            + " is right, set a RemovalGuard that allows it.");
  }
}
