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
  /** {@link DirectoryEntries#get} and {@link DirectoryEntries#getAll} of users. */
  GET_USER("getUser"),
  /** {@link DirectoryEntries#find} of users. */
  FIND_USER("findUser"),
  /** {@link DirectoryEntries#create} of users. */
  CREATE_USER("createUser"),
  /** {@link DirectoryEntries#update} of users. */
  UPDATE_USER("updateUser"),
  /** {@link DirectoryEntries#delete} of users. */
  DELETE_USER("deleteUser"),
  /** {@link DirectoryEntries#findId} of users. */
  FIND_USER_ID("findUserId"),
  /** {@link DirectoryEntries#list()} of users, and each page of the listing. */
  LIST_USERS("listUsers"),
  /** {@link DirectoryEntries#get} and {@link DirectoryEntries#getAll} of groups. */
  GET_GROUP("getGroup"),
  /** {@link DirectoryEntries#find} of groups. */
  FIND_GROUP("findGroup"),
  /** {@link DirectoryEntries#create} of groups. */
  CREATE_GROUP("createGroup"),
  /** {@link DirectoryEntries#update} of groups. */
  UPDATE_GROUP("updateGroup"),
  /** {@link DirectoryEntries#delete} of groups. */
  DELETE_GROUP("deleteGroup"),
  /** {@link DirectoryEntries#findId} of groups. */
  FIND_GROUP_ID("findGroupId"),
  /** {@link DirectoryEntries#list()} of groups, and each page of the listing. */
  LIST_GROUPS("listGroups"),
  /** {@link RosterClient#check}. */
  CHECK("check"),
  /** {@link RosterClient#callNative}. */
  CALL_NATIVE("callNative"),
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
