package dev.roster;

/** How a member came to be in a group, as far as the call can tell. */
public enum Presence {
  /** This call made the membership. */
  CREATED,
  /** The membership was there before this call. */
  ALREADY_PRESENT,
  /**
   * The membership is there; whether this call made it or found it cannot be known. The response to
   * an earlier attempt of this call was lost, or the service does not tell.
   */
  PRESENT_MAKER_UNKNOWN
}
