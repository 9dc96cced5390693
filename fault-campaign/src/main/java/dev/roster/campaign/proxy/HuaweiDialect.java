package dev.roster.campaign.proxy;

import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.campaign.weather.Dice;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The REST protocol of Huawei Cloud. */
public final class HuaweiDialect extends Dialect {

  private static final String MEMBERSHIPS = "/group-memberships";
  private static final int CONFLICT = 409;
  private static final int TOO_MANY = 429;
  private static final int SERVER_ERROR = 500;

  @Override
  Operation operation(WireRequest request) {
    String path = request.target().split("\\?", 2)[0];
    Optional<Operation> ofEntry = HuaweiEntryPaths.operation(request.method(), path);
    if (ofEntry.isPresent()) {
      return ofEntry.get();
    }
    return switch (request.method()) {
      case "DELETE" -> Operation.DELETE_MEMBERSHIP;
      case "GET" -> reading(path);
      default -> asking(path);
    };
  }

  private static Operation reading(String path) {
    if (path.endsWith(MEMBERSHIPS + "-for-member")) {
      return Operation.LIST_MEMBERSHIPS_FOR_MEMBER;
    }
    return path.endsWith(MEMBERSHIPS) ? Operation.LIST_MEMBERSHIPS : Operation.GET_MEMBERSHIP;
  }

  private static Operation asking(String path) {
    if (path.endsWith(MEMBERSHIPS)) {
      return Operation.CREATE_MEMBERSHIP;
    }
    return path.endsWith("/is-member-in-groups")
        ? Operation.IS_MEMBER_IN_GROUPS
        : Operation.FIND_MEMBERSHIP;
  }

  @Override
  @Nullable MembershipId membership(WireRequest request) {
    int at = request.target().indexOf(MEMBERSHIPS + "/");
    return at < 0 || request.method().equals("POST")
        ? null
        : new MembershipId(request.target().substring(at + MEMBERSHIPS.length() + 1));
  }

  @Override
  @Nullable String entryId(WireRequest request) {
    return HuaweiEntryPaths.id(request);
  }

  @Override
  WireResponse throttled(Hint hint) {
    WireResponse response = refusal(TOO_MANY, "APIGW.0308", "The throttling threshold was reached");
    return switch (hint) {
      case NONE -> response;
      case NOW -> response.with("Retry-After: 0");
      case SECONDS -> response.with("Retry-After: 1");
      case DATE -> Forged.datedHint(response);
    };
  }

  @Override
  WireResponse failed() {
    return refusal(SERVER_ERROR, "IIC.500", "Internal Server Error");
  }

  @Override
  WireResponse busy() {
    return refusal(CONFLICT, "IIC.1006", "Concurrency conflicts. Try again later.");
  }

  @Override
  WireResponse unknownConflict() {
    return refusal(CONFLICT, "IIC.1899", "The user is in 1000 groups");
  }

  @Override
  Optional<String> contradict(Operation operation, String body, Dice dice) {
    return switch (operation) {
      case IS_MEMBER_IN_GROUPS ->
          dice.chance(0.5)
              ? Forged.bothYesAndNo(body, "membership_exists")
              : Forged.wordsForBooleans(body, "membership_exists");
      case LIST_MEMBERSHIPS, LIST_MEMBERSHIPS_FOR_MEMBER ->
          Optional.of(listing(body, "group_memberships", dice));
      case CREATE_MEMBERSHIP, FIND_MEMBERSHIP, GET_MEMBERSHIP ->
          Optional.of(dice.chance(0.5) ? "{\"identity_store_id\":\"d-1234567890\"}" : "null");
      case CREATE_USER, CREATE_GROUP, FIND_USER, FIND_GROUP, GET_USER, GET_GROUP ->
          Optional.of(entry(body, dice));
      case LIST_USERS -> Optional.of(listing(body, "users", dice));
      case LIST_GROUPS -> Optional.of(listing(body, "groups", dice));
      case DELETE_MEMBERSHIP, UPDATE_USER, DELETE_USER, UPDATE_GROUP, DELETE_GROUP ->
          Optional.of(dice.chance(0.5) ? "{cut" : "no healthy upstream");
      default -> Optional.empty();
    };
  }

  private static String listing(String body, String items, Dice dice) {
    return switch (dice.below(4)) {
      case 0 -> "{\"%s\":[],".formatted(items) + body.substring(1);
      case 1 -> "{\"%s\":[null]}".formatted(items);
      case 2 -> "{\"%s\":[],\"page_info\":{\"next_marker\":7}}".formatted(items);
      default -> "null";
    };
  }

  /** One identifier too many, which the AWS SDK would hide. */
  private String entry(String body, Dice dice) {
    return dice.chance(0.25)
        ? "{\"user_id\":\"x\",\"group_id\":\"x\"," + body.substring(1)
        : Forged.entry(this, body, dice);
  }

  @Override
  int lineEndsNotMissed(WireResponse response, boolean inChunks) {
    return 0;
  }

  @Override
  String spelt(String name) {
    return name;
  }

  private static WireResponse refusal(int status, String code, String message) {
    String id = UUID.randomUUID().toString();
    return WireResponse.of(
        status,
        List.of("Content-Type: application/json", "X-Request-Id: " + id),
        "{\"error_code\":\"%s\",\"error_msg\":\"%s\",\"request_id\":\"%s\"}"
            .formatted(code, message, id));
  }
}
