package dev.roster;

/**
 * The methods of the client that call a service, as errors, events and log lines name them. One
 * method can take several requests, each of which is one {@link Operation}; what makes many calls
 * reports the client's method whose call failed.
 */
public enum ClientMethod {
  /** {@link RosterClient#createMembership}. */
  CREATE_MEMBERSHIP("createMembership"),
  /** {@link RosterClient#deleteMembership}. */
  DELETE_MEMBERSHIP("deleteMembership"),
  /** {@link RosterClient#getMembership}. */
  GET_MEMBERSHIP("getMembership"),
  /** {@link RosterClient#findMembership}. */
  FIND_MEMBERSHIP("findMembership"),
  /** {@link RosterClient#listMemberships}, and each page of its listing. */
  LIST_MEMBERSHIPS("listMemberships"),
  /** {@link RosterClient#listMembershipsForMember}, and each page of its listing. */
  LIST_MEMBERSHIPS_FOR_MEMBER("listMembershipsForMember"),
  /** {@link RosterClient#isMember}. */
  IS_MEMBER("isMember"),
  /** {@link RosterClient#isMemberInGroups}. */
  IS_MEMBER_IN_GROUPS("isMemberInGroups"),
  /** {@link RosterClient#ensureMember}. */
  ENSURE_MEMBER("ensureMember"),
  /** {@link RosterClient#ensureNotMember}. */
  ENSURE_NOT_MEMBER("ensureNotMember"),
  /** {@link RosterClient#ensureDeleted}. */
  ENSURE_DELETED("ensureDeleted"),
  /** {@link MemberBatches#ensureMembers}. */
  ENSURE_MEMBERS("ensureMembers"),
  /** {@link MemberBatches#ensureNotMembers}. */
  ENSURE_NOT_MEMBERS("ensureNotMembers");

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
