package dev.roster.emulator;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.UserId;
import dev.roster.emulator.WireProtocol.WireCall;
import dev.roster.memory.StoreOperation;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.PageRequest;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Reads each operation's input, carries it out, and renders its output. */
final class AwsOperations {

  private static final int OK = 200;
  private static final int MAX_STORE_ID = 36;
  private static final int MAX_RESOURCE_ID = 47;
  private static final int MAX_TOKEN = 65_535;
  private static final int MAX_PAGE = 100;
  private static final int MAX_GROUPS = 100;

  private static final Map<String, Operation> BY_NAME =
      Map.of(
          "CreateGroupMembership", Operation.CREATE_MEMBERSHIP,
          "DeleteGroupMembership", Operation.DELETE_MEMBERSHIP,
          "DescribeGroupMembership", Operation.GET_MEMBERSHIP,
          "GetGroupMembershipId", Operation.FIND_MEMBERSHIP,
          "ListGroupMemberships", Operation.LIST_MEMBERSHIPS,
          "ListGroupMembershipsForMember", Operation.LIST_MEMBERSHIPS_FOR_MEMBER,
          "IsMemberInGroups", Operation.IS_MEMBER_IN_GROUPS);

  private final Stores stores;

  AwsOperations(Stores stores) {
    this.stores = stores;
  }

  Optional<WireCall> call(String name, WireRequest request) {
    return Optional.ofNullable(BY_NAME.get(name))
        .map(
            operation -> new WireCall(StoreOperation.of(operation), () -> run(operation, request)));
  }

  private Reply run(Operation operation, WireRequest request) throws Exception {
    JsonFields input = JsonFields.parse(request.body());
    String storeId = input.text("IdentityStoreId", 1, MAX_STORE_ID);
    return Reply.json(OK, answer(operation, input, () -> stores.require(storeId)));
  }

  /** The store is looked up last: a request that breaks a rule is refused for that first. */
  private static ObjectNode answer(Operation operation, JsonFields input, StoreLookup store)
      throws Exception {
    return switch (operation) {
      case CREATE_MEMBERSHIP -> create(input, store);
      case DELETE_MEMBERSHIP -> delete(input, store);
      case GET_MEMBERSHIP -> describe(input, store);
      case FIND_MEMBERSHIP -> find(input, store);
      case LIST_MEMBERSHIPS -> list(input, store);
      case LIST_MEMBERSHIPS_FOR_MEMBER -> listForMember(input, store);
      case IS_MEMBER_IN_GROUPS -> check(input, store);
    };
  }

  private static ObjectNode create(JsonFields input, StoreLookup store) throws Exception {
    GroupId group = group(input);
    MemberId member = member(input);
    return AwsRendering.ids(store.get().createMembership(group, member, EmulatedAttempt.INSTANCE));
  }

  private static ObjectNode delete(JsonFields input, StoreLookup store) throws Exception {
    MembershipId membership = membership(input);
    store.get().deleteMembership(membership, EmulatedAttempt.INSTANCE);
    return JsonFields.newObject();
  }

  private static ObjectNode describe(JsonFields input, StoreLookup store) throws Exception {
    MembershipId membership = membership(input);
    return AwsRendering.membership(store.get().getMembership(membership, EmulatedAttempt.INSTANCE));
  }

  private static ObjectNode find(JsonFields input, StoreLookup store) throws Exception {
    GroupId group = group(input);
    MemberId member = member(input);
    return AwsRendering.ids(store.get().findMembership(group, member, EmulatedAttempt.INSTANCE));
  }

  private static ObjectNode list(JsonFields input, StoreLookup store) throws Exception {
    GroupId group = group(input);
    PageRequest page = page(input);
    return AwsRendering.page(store.get().listMemberships(group, page, EmulatedAttempt.INSTANCE));
  }

  private static ObjectNode listForMember(JsonFields input, StoreLookup store) throws Exception {
    MemberId member = member(input);
    PageRequest page = page(input);
    return AwsRendering.page(
        store.get().listMembershipsForMember(member, page, EmulatedAttempt.INSTANCE));
  }

  private static ObjectNode check(JsonFields input, StoreLookup store) throws Exception {
    MemberId member = member(input);
    var groups =
        input.texts("GroupIds", MAX_GROUPS, MAX_RESOURCE_ID).stream().map(GroupId::new).toList();
    return AwsRendering.verdicts(
        member, store.get().isMemberInGroups(member, groups, EmulatedAttempt.INSTANCE));
  }

  private static GroupId group(JsonFields input) {
    return new GroupId(input.text("GroupId", 1, MAX_RESOURCE_ID));
  }

  private static MemberId member(JsonFields input) {
    return new UserId(input.object("MemberId").text("UserId", 1, MAX_RESOURCE_ID));
  }

  private static MembershipId membership(JsonFields input) {
    return new MembershipId(input.text("MembershipId", 1, MAX_RESOURCE_ID));
  }

  private static PageRequest page(JsonFields input) {
    int size = input.integer("MaxResults", 1, MAX_PAGE, MAX_PAGE);
    return input
        .optionalText("NextToken", 1, MAX_TOKEN)
        .map(token -> PageRequest.after(size, token))
        .orElse(PageRequest.first(size));
  }

  private interface StoreLookup {
    MembershipDriver get();
  }
}
