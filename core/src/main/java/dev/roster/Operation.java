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
  /** Reads a user by its identifier, or as many as one query takes. */
  GET_USER("getUser", false, Resource.MEMBER),
  /** Finds the identifier of a user by a name or another key. */
  FIND_USER("findUser", false, Resource.MEMBER),
  /** Reads one page of the users. */
  LIST_USERS("listUsers", false, Resource.MEMBER),
  /** Creates a user. Not safe to retry blindly: a second one conflicts with the first. */
  CREATE_USER("createUser", true, Resource.MEMBER),
  /** Changes fields of a user. */
  UPDATE_USER("updateUser", true, Resource.MEMBER),
  /** Deletes a user with its memberships. */
  DELETE_USER("deleteUser", true, Resource.MEMBER),
  /** Reads a group by its identifier, or as many as one query takes. */
  GET_GROUP("getGroup", false, Resource.GROUP),
  /** Finds the identifier of a group by a name or another key. */
  FIND_GROUP("findGroup", false, Resource.GROUP),
  /** Reads one page of the groups. */
  LIST_GROUPS("listGroups", false, Resource.GROUP),
  /** Creates a group. Not safe to retry blindly: a second one conflicts with the first. */
  CREATE_GROUP("createGroup", true, Resource.GROUP),
  /** Changes fields of a group. */
  UPDATE_GROUP("updateGroup", true, Resource.GROUP),
  /** Deletes a group with its memberships. */
  DELETE_GROUP("deleteGroup", true, Resource.GROUP),
  /** One request of a native call that changes nothing. */
  NATIVE_READ("callNative", false, Resource.UNSPECIFIED),
  /** One request of a native call that can change something. */
  NATIVE_WRITE("callNative", true, Resource.UNSPECIFIED),
  /** Adds several members to one group, where the service can. */
  ADD_MEMBERS("addMembers", true),
  /** Removes several members from one group, where the service can. */
  REMOVE_MEMBERS("removeMembers", true);

  private final String methodName;
  private final boolean write;
  private final Resource about;

  Operation(String methodName, boolean write) {
    this(methodName, write, Resource.MEMBERSHIP);
  }

  Operation(String methodName, boolean write, Resource about) {
    this.methodName = methodName;
    this.write = write;
    this.about = about;
  }

  /**
   * The name of the driver's method, as log lines show it; not every operation has its own.
   *
   * @return for example {@code createMembership}
   */
  public String methodName() {
    return methodName;
  }

  /**
   * Whether the operation changes the store, so that a lost response leaves a question open.
   *
   * @return true for create, update, delete and native writes
   */
  public boolean isWrite() {
    return write;
  }

  /**
   * What the operation reads or changes.
   *
   * @return a membership, a member or a group; not specified for a native call
   */
  public Resource about() {
    return about;
  }

  /**
   * Whether the request is made by a function of the application, with the provider's native
   * client. It may be any request of the service.
   *
   * @return true for the two operations of native calls
   */
  public boolean isNative() {
    return this == NATIVE_READ || this == NATIVE_WRITE;
  }
}
