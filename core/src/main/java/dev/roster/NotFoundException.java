package dev.roster;

/** The store, group, member or membership does not exist: {@link ErrorCode#NOT_FOUND}. */
public final class NotFoundException extends RosterException {

  private static final long serialVersionUID = 1L;

  /** What does not exist. */
  private final Resource missing;

  NotFoundException(Builder from) {
    super(from);
    this.missing = from.missing();
  }

  /**
   * What does not exist.
   *
   * @return {@link Resource#UNSPECIFIED} where the service does not say; see {@link
   *     Capability#NAMES_WHAT_IS_MISSING}
   */
  public Resource missing() {
    return missing;
  }
}
