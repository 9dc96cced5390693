package dev.roster;

/**
 * The methods of the client that call a service, as errors, events and log lines name them. One
 * method can take several requests, each of which is one {@link Operation}; what makes many calls
 * reports the client's method whose call failed.
 */
public enum ClientMethod {
  /** {@link MembershipClient#createMembership}. */
  CREATE_MEMBERSHIP("createMembership"),
  /** {@link MembershipClient#deleteMembership}. */
  DELETE_MEMBERSHIP("deleteMembership"),
  /** {@link MembershipClient#getMembership}. */
  GET_MEMBERSHIP("getMembership"),
  /** {@link MembershipClient#findMembership}. */
  FIND_MEMBERSHIP("findMembership"),
  /** {@link MembershipClient#listMemberships}, and each page of its listing. */
  LIST_MEMBERSHIPS("listMemberships"),
  /** {@link MembershipClient#listMembershipsForMember}, and each page of its listing. */
  LIST_MEMBERSHIPS_FOR_MEMBER("listMembershipsForMember"),
  /** {@link MembershipClient#isMember}. */
  IS_MEMBER("isMember"),
  /** {@link MembershipClient#isMemberInGroups}. */
  IS_MEMBER_IN_GROUPS("isMemberInGroups"),
  /** {@link MembershipClient#ensureMember}. */
  ENSURE_MEMBER("ensureMember"),
  /** {@link MembershipClient#ensureNotMember}. */
  ENSURE_NOT_MEMBER("ensureNotMember"),
  /** {@link MembershipClient#ensureDeleted}. */
  ENSURE_DELETED("ensureDeleted");

  private final String methodName;

  ClientMethod(String methodName) {
    this.methodName = methodName;
  }

  /**
   * The method's name, which is what {@link RosterException#operation()} returns.
   *
   * @return for example {@code createMembership}
   */
  public String methodName() {
    return methodName;
  }
}
