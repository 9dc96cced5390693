package dev.roster;

/** How a member came not to be in a group, as far as the call can tell. */
public enum Absence {
  /** This call removed the membership. */
  REMOVED,
  /** There was no membership. */
  ALREADY_ABSENT,
  /**
   * There is no membership now; whether this call removed it cannot be known. The response to an
   * earlier attempt of this call was lost, or the service does not tell.
   */
  ABSENT_REMOVER_UNKNOWN
}
