package dev.roster;

/**
 * What a provider can do beyond the operations themselves. It follows from what its driver states
 * of the service, and the conformance kit checks that it is true.
 */
public enum Capability {
  /**
   * A not-found response says what is missing: the store, the group, the member or the membership.
   * Without it, {@link RosterClient#findMembership} is empty for every not-found of the service, be
   * it the membership or the group that is missing.
   */
  NAMES_WHAT_IS_MISSING,
  /** Memberships that are read carry {@link AuditDetails}. */
  AUDIT_DETAILS,
  /**
   * A blocked attempt ends at once on an interrupt, a passed deadline and {@code close()}. Without
   * it such an attempt ends when its own network timeout does.
   */
  ABORTS_BLOCKED_ATTEMPTS,
  /**
   * The service tells whether a member that is added was there already, and whether a membership
   * that is removed was not. Without it, the maker or remover can be unknown although no response
   * was lost.
   */
  TELLS_WHAT_CHANGED,
  /** {@link RosterClient#listMemberships} works; without it, the service has no such listing. */
  LISTS_BY_GROUP,
  /**
   * {@link RosterClient#listMembershipsForMember} works; without it, the service has no such
   * listing.
   */
  LISTS_BY_MEMBER,
  /** {@link RosterClient#directory} works: the service keeps users and groups. */
  DIRECTORY
}
