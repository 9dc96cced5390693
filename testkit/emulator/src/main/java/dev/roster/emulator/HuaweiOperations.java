package dev.roster.emulator;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.MembershipId;
import dev.roster.UserId;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.PageRequest;
import dev.roster.spi.TextRule;
import java.util.List;
import java.util.Set;

/** Reads each operation's input, carries it out, and renders its output. */
final class HuaweiOperations {

  private static final int OK = 200;
  private static final int NO_CONTENT = 204;
  private static final int STORE_ID = 12;
  private static final int MAX_ID_IN_BODY = 47;
  private static final int MAX_ID_IN_TARGET = 64;
  private static final int MARKER = 24;
  private static final int MAX_PAGE = 100;
  private static final int MAX_GROUPS = 100;
  private static final AttemptContext ATTEMPT = EmulatedAttempt.INSTANCE;

  private final Stores stores;
  private final int emptyStatus;

  HuaweiOperations(Stores stores, Set<AlternativeAnswer> answers) {
    this.stores = stores;
    this.emptyStatus =
        answers.contains(AlternativeAnswer.HUAWEI_EMPTY_REPLY_IS_200) ? OK : NO_CONTENT;
  }

  Reply run(HuaweiRoute route, WireRequest request) throws Exception {
    String storeId = route.storeId(request);
    TextRule.length("identity_store_id", STORE_ID, STORE_ID).check(storeId);
    return switch (route) {
      case CREATE -> create(storeId, JsonFields.parse(request.body()));
      case FIND -> find(storeId, JsonFields.parse(request.body()));
      case CHECK -> check(storeId, JsonFields.parse(request.body()));
      case LIST -> list(storeId, new QueryFields(request.query()));
      case LIST_FOR_MEMBER -> listForMember(storeId, new QueryFields(request.query()));
      case DESCRIBE -> describe(storeId, route.resourceId(request));
      case DELETE -> delete(storeId, route.resourceId(request));
    };
  }

  private Reply create(String storeId, JsonFields body) throws Exception {
    GroupId group = group(body);
    MemberId member = member(body);
    return Reply.json(
        OK, HuaweiRendering.ids(store(storeId).createMembership(group, member, ATTEMPT)));
  }

  private Reply find(String storeId, JsonFields body) throws Exception {
    GroupId group = group(body);
    MemberId member = member(body);
    return Reply.json(
        OK, HuaweiRendering.ids(store(storeId).findMembership(group, member, ATTEMPT)));
  }

  private Reply check(String storeId, JsonFields body) throws Exception {
    List<GroupId> groups =
        body.texts("group_ids", MAX_GROUPS, MAX_ID_IN_BODY).stream().map(GroupId::new).toList();
    MemberId member = member(body);
    return Reply.json(
        OK,
        HuaweiRendering.verdicts(member, store(storeId).isMemberInGroups(member, groups, ATTEMPT)));
  }

  private Reply list(String storeId, QueryFields query) throws Exception {
    GroupId group = new GroupId(query.text("group_id", 1, MAX_ID_IN_TARGET));
    PageRequest page = page(query);
    return Reply.json(
        OK, HuaweiRendering.page(store(storeId).listMemberships(group, page, ATTEMPT)));
  }

  private Reply listForMember(String storeId, QueryFields query) throws Exception {
    MemberId member = new UserId(query.text("user_id", 1, MAX_ID_IN_TARGET));
    PageRequest page = page(query);
    return Reply.json(
        OK, HuaweiRendering.page(store(storeId).listMembershipsForMember(member, page, ATTEMPT)));
  }

  private Reply describe(String storeId, String id) throws Exception {
    MembershipId membership = membership(id);
    return Reply.json(
        OK, HuaweiRendering.membership(store(storeId).getMembership(membership, ATTEMPT)));
  }

  private Reply delete(String storeId, String id) throws Exception {
    MembershipId membership = membership(id);
    store(storeId).deleteMembership(membership, ATTEMPT);
    return Reply.empty(emptyStatus);
  }

  private MembershipDriver store(String id) {
    return stores.require(id);
  }

  private static GroupId group(JsonFields body) {
    return new GroupId(body.text("group_id", 1, MAX_ID_IN_BODY));
  }

  private static MemberId member(JsonFields body) {
    return new UserId(body.object("member_id").text("user_id", 1, MAX_ID_IN_BODY));
  }

  private static MembershipId membership(String id) {
    TextRule.length("membership_id", 1, MAX_ID_IN_TARGET).check(id);
    return new MembershipId(id);
  }

  private static PageRequest page(QueryFields query) {
    int size = query.integer("limit", 1, MAX_PAGE, MAX_PAGE);
    return query
        .optionalText("marker", MARKER, MARKER)
        .map(marker -> PageRequest.after(size, marker))
        .orElse(PageRequest.first(size));
  }
}
