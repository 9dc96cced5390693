package dev.roster.memory;

import dev.roster.Operation;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Every operation of an identity store service, and the client's operation that it serves. */
public enum StoreOperation {
  /** Makes a user. */
  CREATE_USER("CreateUser", Operation.CREATE_USER),
  /** Removes a user and its memberships. */
  DELETE_USER("DeleteUser", Operation.DELETE_USER),
  /** Reads a user by its identifier. */
  DESCRIBE_USER("DescribeUser", Operation.GET_USER),
  /** Changes attributes of a user. */
  UPDATE_USER("UpdateUser", Operation.UPDATE_USER),
  /** Reads one page of the users. */
  LIST_USERS("ListUsers", Operation.LIST_USERS),
  /** Looks a user up by an attribute. */
  GET_USER_ID("GetUserId", Operation.FIND_USER),
  /** Makes a group. */
  CREATE_GROUP("CreateGroup", Operation.CREATE_GROUP),
  /** Removes a group and its memberships. */
  DELETE_GROUP("DeleteGroup", Operation.DELETE_GROUP),
  /** Reads a group by its identifier. */
  DESCRIBE_GROUP("DescribeGroup", Operation.GET_GROUP),
  /** Changes attributes of a group. */
  UPDATE_GROUP("UpdateGroup", Operation.UPDATE_GROUP),
  /** Reads one page of the groups. */
  LIST_GROUPS("ListGroups", Operation.LIST_GROUPS),
  /** Looks a group up by an attribute. */
  GET_GROUP_ID("GetGroupId", Operation.FIND_GROUP),
  /** Makes a membership. */
  CREATE_GROUP_MEMBERSHIP("CreateGroupMembership", Operation.CREATE_MEMBERSHIP),
  /** Removes a membership by its identifier. */
  DELETE_GROUP_MEMBERSHIP("DeleteGroupMembership", Operation.DELETE_MEMBERSHIP),
  /** Reads a membership by its identifier. */
  DESCRIBE_GROUP_MEMBERSHIP("DescribeGroupMembership", Operation.GET_MEMBERSHIP),
  /** Looks up the membership of one member in one group. */
  GET_GROUP_MEMBERSHIP_ID("GetGroupMembershipId", Operation.FIND_MEMBERSHIP),
  /** Reads one page of the memberships of a group. */
  LIST_GROUP_MEMBERSHIPS("ListGroupMemberships", Operation.LIST_MEMBERSHIPS),
  /** Reads one page of the memberships of a member. */
  LIST_GROUP_MEMBERSHIPS_FOR_MEMBER(
      "ListGroupMembershipsForMember", Operation.LIST_MEMBERSHIPS_FOR_MEMBER),
  /** Asks for one member and some groups which of them it is in. */
  IS_MEMBER_IN_GROUPS("IsMemberInGroups", Operation.IS_MEMBER_IN_GROUPS),
  /** Adds several members to one group. */
  ADD_GROUP_MEMBERS("AddGroupMembers", Operation.ADD_MEMBERS),
  /** Removes several members from one group. */
  REMOVE_GROUP_MEMBERS("RemoveGroupMembers", Operation.REMOVE_MEMBERS),
  /** Reads what is set for a store as a whole. */
  DESCRIBE_IDENTITY_STORE("DescribeIdentityStore", Operation.NATIVE_READ),
  /** Reads one page of the stores. */
  LIST_IDENTITY_STORES("ListIdentityStores", Operation.NATIVE_READ),
  /** Changes what is set for a store as a whole. */
  UPDATE_IDENTITY_STORE("UpdateIdentityStore", Operation.NATIVE_WRITE);

  private static final Map<Operation, StoreOperation> BY_CLIENT_OPERATION =
      Stream.of(values())
          .filter(each -> !each.isAboutStores())
          .collect(
              Collectors.toUnmodifiableMap(StoreOperation::clientOperation, Function.identity()));

  private final String serviceName;
  private final Operation clientOperation;

  StoreOperation(String serviceName, Operation clientOperation) {
    this.serviceName = serviceName;
    this.clientOperation = clientOperation;
  }

  /**
   * The service's operation behind one of a client.
   *
   * @param operation the client's
   * @return the service's
   * @throws IllegalArgumentException for a native call's, which can be any
   */
  public static StoreOperation of(Operation operation) {
    StoreOperation found =
        BY_CLIENT_OPERATION.get(Objects.requireNonNull(operation, "operation must not be null"));
    if (found == null) {
      throw new IllegalArgumentException(operation + " can be any operation of the service");
    }
    return found;
  }

  /**
   * The name that services give it.
   *
   * @return for example {@code CreateGroupMembership}
   */
  public String serviceName() {
    return serviceName;
  }

  /**
   * Whether the operation changes the store.
   *
   * @return true for create, update and delete
   */
  public boolean isWrite() {
    return clientOperation.isWrite();
  }

  /**
   * Whether the operation is for several members at once, which not every service has.
   *
   * @return false for the operations of documented cloud directories
   */
  public boolean isBatch() {
    return this == ADD_GROUP_MEMBERS || this == REMOVE_GROUP_MEMBERS;
  }

  /**
   * Whether the operation is about stores as a whole and not about what they hold. Not every
   * service has these, and a client reaches them by native calls.
   *
   * @return false for the operations of users, groups and memberships
   */
  public boolean isAboutStores() {
    return clientOperation.isNative();
  }

  /**
   * The client's operation that this one serves.
   *
   * @return the client's
   */
  public Operation clientOperation() {
    return clientOperation;
  }
}
