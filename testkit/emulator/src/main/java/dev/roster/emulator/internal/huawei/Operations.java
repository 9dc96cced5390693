package dev.roster.emulator.internal.huawei;

import dev.roster.emulator.AlternativeBehavior;
import dev.roster.emulator.internal.wire.Response;
import java.util.Set;

/** Leads each request to what carries it out. */
final class Operations {

  private final EntityOperations users;
  private final EntityOperations groups;
  private final MembershipOperations memberships;

  Operations(Set<AlternativeBehavior> behaviors) {
    Successes responses = new Successes(behaviors);
    this.users = new EntityOperations(EntityKind.USER, responses, behaviors);
    this.groups = new EntityOperations(EntityKind.GROUP, responses, behaviors);
    this.memberships = new MembershipOperations(responses, behaviors);
  }

  Response run(Call call) throws Exception {
    return switch (call.checked().operation()) {
      case CREATE_USER -> users.create(call);
      case DELETE_USER -> users.delete(call);
      case DESCRIBE_USER -> users.describe(call);
      case UPDATE_USER -> users.update(call);
      case LIST_USERS -> users.list(call);
      case GET_USER_ID -> users.find(call);
      case CREATE_GROUP -> groups.create(call);
      case DELETE_GROUP -> groups.delete(call);
      case DESCRIBE_GROUP -> groups.describe(call);
      case UPDATE_GROUP -> groups.update(call);
      case LIST_GROUPS -> groups.list(call);
      case GET_GROUP_ID -> groups.find(call);
      case CREATE_GROUP_MEMBERSHIP -> memberships.create(call);
      case DELETE_GROUP_MEMBERSHIP -> memberships.delete(call);
      case DESCRIBE_GROUP_MEMBERSHIP -> memberships.describe(call);
      case GET_GROUP_MEMBERSHIP_ID -> memberships.find(call);
      case LIST_GROUP_MEMBERSHIPS -> memberships.list(call);
      case LIST_GROUP_MEMBERSHIPS_FOR_MEMBER -> memberships.listForMember(call);
      case IS_MEMBER_IN_GROUPS -> memberships.check(call);
      case ADD_GROUP_MEMBERS,
          REMOVE_GROUP_MEMBERS,
          DESCRIBE_IDENTITY_STORE,
          LIST_IDENTITY_STORES,
          UPDATE_IDENTITY_STORE ->
          throw new IllegalStateException(
              "no route leads to an operation that is not the service's");
    };
  }
}
