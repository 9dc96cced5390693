package dev.roster;

/**
 * What a provider can do beyond the operations themselves. The conformance kit checks each claim.
 */
public enum Capability {
  /**
   * A not-found response says what is missing: the store, the group, the member or the membership.
   * Without it, {@link MembershipClient#findMembership} is empty for every not-found of the
   * service, be it the membership or the group that is missing.
   */
  NAMES_WHAT_IS_MISSING,
  /** Memberships that are read carry {@link AuditDetails}. */
  AUDIT_DETAILS,
  /**
   * A blocked attempt ends at once on an interrupt, a passed deadline and {@code close()}. Without
   * it such an attempt ends when its own network timeout does.
   */
  ABORTS_BLOCKED_ATTEMPTS
}
