package dev.roster;

/** What a failed call may have changed. */
public enum Outcome {
  /** Surely nothing: no attempt of the call reached the service. */
  NOT_SENT,
  /** Surely nothing: the service refused, or the operation only reads. */
  NOT_APPLIED,
  /**
   * Perhaps something: the response to a write was lost and what became of it could not be settled
   * before the call had to end. Ask again with {@link RosterClient#findMembership}, or retry the
   * call as {@link RosterClient#ensureMember} or {@link RosterClient#ensureNotMember}.
   */
  UNKNOWN
}
