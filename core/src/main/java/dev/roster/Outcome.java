package dev.roster;

/**
 * What a failed call may have changed.
 *
 * <p>When the response to a create or delete is lost, the call is retried and then reads, with
 * back-off, until it knows what became of it. Only when the deadline or {@link
 * CallOptions#withSettlingTime the settling time} comes first does it fail with {@link #UNKNOWN},
 * and with the code of what was lost. A native write that may have been made is not retried, and
 * always {@link #UNKNOWN}.
 */
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
