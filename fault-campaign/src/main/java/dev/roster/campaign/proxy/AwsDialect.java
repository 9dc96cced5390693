package dev.roster.campaign.proxy;

import static java.util.Map.entry;

import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.campaign.weather.Dice;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JSON 1.1 protocol of AWS. */
public final class AwsDialect extends Dialect {

  private static final Map<String, Operation> OPERATIONS =
      Map.ofEntries(
          entry("CreateGroupMembership", Operation.CREATE_MEMBERSHIP),
          entry("DeleteGroupMembership", Operation.DELETE_MEMBERSHIP),
          entry("DescribeGroupMembership", Operation.GET_MEMBERSHIP),
          entry("GetGroupMembershipId", Operation.FIND_MEMBERSHIP),
          entry("ListGroupMemberships", Operation.LIST_MEMBERSHIPS),
          entry("ListGroupMembershipsForMember", Operation.LIST_MEMBERSHIPS_FOR_MEMBER),
          entry("IsMemberInGroups", Operation.IS_MEMBER_IN_GROUPS),
          entry("DescribeUser", Operation.GET_USER),
          entry("GetUserId", Operation.FIND_USER),
          entry("ListUsers", Operation.LIST_USERS),
          entry("CreateUser", Operation.CREATE_USER),
          entry("UpdateUser", Operation.UPDATE_USER),
          entry("DeleteUser", Operation.DELETE_USER),
          entry("DescribeGroup", Operation.GET_GROUP),
          entry("GetGroupId", Operation.FIND_GROUP),
          entry("ListGroups", Operation.LIST_GROUPS),
          entry("CreateGroup", Operation.CREATE_GROUP),
          entry("UpdateGroup", Operation.UPDATE_GROUP),
          entry("DeleteGroup", Operation.DELETE_GROUP));
  private static final String TYPE = "Content-Type: application/x-amz-json-1.1";
  private static final int CLIENT_ERROR = 400;
  private static final int SERVER_ERROR = 500;

  @Override
  Operation operation(WireRequest request) {
    String target = Objects.requireNonNull(request.header("X-Amz-Target"), "X-Amz-Target");
    return Objects.requireNonNull(
        OPERATIONS.get(target.substring(target.indexOf('.') + 1)), "an operation of the store");
  }

  @Override
  @Nullable MembershipId membership(WireRequest request) {
    String id = field(request.body(), "membership_id");
    return id == null ? null : new MembershipId(id);
  }

  @Override
  @Nullable String entryId(WireRequest request) {
    String user = field(request.body(), "user_id");
    return user == null ? field(request.body(), "group_id") : user;
  }

  @Override
  WireResponse throttled(Hint hint) {
    WireResponse response =
        refusal(CLIENT_ERROR, "ThrottlingException", "Rate exceeded", fieldOf(hint));
    return hint == Hint.DATE ? Forged.datedHint(response) : response;
  }

  private static String fieldOf(Hint hint) {
    return switch (hint) {
      case NONE -> "";
      case NOW -> ",\"RetryAfterSeconds\":0";
      case SECONDS -> ",\"RetryAfterSeconds\":1";
      case DATE -> ",\"RetryAfterSeconds\":\"soon\"";
    };
  }

  @Override
  WireResponse failed() {
    return refusal(SERVER_ERROR, "InternalServerException", "it failed", "");
  }

  @Override
  WireResponse busy() {
    return refusal(
        CLIENT_ERROR, "ConflictException", "busy", ",\"Reason\":\"CONCURRENT_MODIFICATION\"");
  }

  @Override
  WireResponse unknownConflict() {
    return refusal(CLIENT_ERROR, "ConflictException", "the user is in 1000 groups", "");
  }

  /** The SDK hides keys that are given twice; what is here it shows. */
  @Override
  Optional<String> contradict(Operation operation, String body, Dice dice) {
    return switch (operation) {
      case IS_MEMBER_IN_GROUPS -> Forged.bothYesAndNo(body, "MembershipExists");
      case LIST_MEMBERSHIPS, LIST_MEMBERSHIPS_FOR_MEMBER ->
          Optional.of(dice.chance(0.5) ? "{\"GroupMemberships\":[null]}" : "null");
      case CREATE_MEMBERSHIP, FIND_MEMBERSHIP, GET_MEMBERSHIP ->
          Optional.of(dice.chance(0.5) ? "{\"IdentityStoreId\":\"d-1234567890\"}" : "null");
      case CREATE_USER, CREATE_GROUP, FIND_USER, FIND_GROUP, GET_USER, GET_GROUP ->
          Optional.of(Forged.entry(this, body, dice));
      case LIST_USERS -> Optional.of(dice.chance(0.5) ? "{\"Users\":[null]}" : "{}");
      case LIST_GROUPS -> Optional.of(dice.chance(0.5) ? "{\"Groups\":[{}]}" : "null");
      default -> Optional.empty();
    };
  }

  /**
   * Apache 5 and the JDK's own client take the end of the connection for the empty line that closes
   * a head, and Apache 5 for the one that follows the last chunk.
   */
  @Override
  int lineEndsNotMissed(WireResponse response, boolean inChunks) {
    return inChunks || response.body().isEmpty() ? "\r\n\r\n".length() : 0;
  }

  @Override
  String spelt(String name) {
    return camel(name);
  }

  private static WireResponse refusal(int status, String type, String message, String more) {
    String id = UUID.randomUUID().toString();
    return WireResponse.of(
        status,
        List.of(TYPE, "x-amzn-RequestId: " + id),
        "{\"__type\":\"%s\",\"Message\":\"%s\",\"RequestId\":\"%s\"%s}"
            .formatted(type, message, id, more));
  }
}
