package dev.roster;

/** The wire operations: each attempt of each is exactly one request to the service. */
public enum Operation {
  /** Makes a membership. Not safe to retry blindly: a second one conflicts with the first. */
  CREATE_MEMBERSHIP("createMembership", true),
  /** Removes a membership by its identifier. */
  DELETE_MEMBERSHIP("deleteMembership", true),
  /** Reads a membership by its identifier. */
  GET_MEMBERSHIP("getMembership", false),
  /** Looks up the membership of one member in one group. */
  FIND_MEMBERSHIP("findMembership", false),
  /** Reads one page of the memberships of a group. */
  LIST_MEMBERSHIPS("listMemberships", false),
  /** Reads one page of the memberships of a member. */
  LIST_MEMBERSHIPS_FOR_MEMBER("listMembershipsForMember", false),
  /** Asks for one member and some groups which of them it is in. */
  IS_MEMBER_IN_GROUPS("isMemberInGroups", false),
  /** Adds several members to one group, where the service can. */
  ADD_MEMBERS("addMembers", true),
  /** Removes several members from one group, where the service can. */
  REMOVE_MEMBERS("removeMembers", true);

  private final String methodName;
  private final boolean write;

  Operation(String methodName, boolean write) {
    this.methodName = methodName;
    this.write = write;
  }

  /**
   * The name of the driver's method, as log lines show it.
   *
   * @return for example {@code createMembership}
   */
  public String methodName() {
    return methodName;
  }

  /**
   * Whether the operation changes the store, so that a lost response leaves a question open.
   *
   * @return true for what makes or removes memberships
   */
  public boolean isWrite() {
    return write;
  }
}
