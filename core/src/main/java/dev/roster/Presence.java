package dev.roster;

/** How a member came to be in a group, as far as the call can tell. */
public enum Presence {
  /** This call made the membership. */
  CREATED,
  /** The membership was there before this call. */
  ALREADY_PRESENT,
  /**
   * The membership is there. The reply to an earlier attempt of this call was lost, so nobody can
   * tell whether this call made it or found it.
   */
  PRESENT_MAKER_UNKNOWN
}
