package dev.roster.huawei;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * Collects the fields of a membership object in whatever order they come, each at most once. What a
 * response leaves out contradicts nothing; what it says must be about what was asked.
 */
final class MembershipFields implements JsonReply.Fields {

  private static final int STORE = 1;
  private static final int MEMBERSHIP = 2;
  private static final int GROUP = 4;
  private static final int MEMBER = 8;
  private static final int USER = 16;

  private int seen;
  private @Nullable String storeId;
  private @Nullable String membershipId;
  private @Nullable String groupId;
  private @Nullable String userId;

  @Override
  public void field(String name, JsonParser value) throws BadReplyException {
    switch (name) {
      case "identity_store_id" -> storeId = text(STORE, name, value);
      case "membership_id" -> membershipId = text(MEMBERSHIP, name, value);
      case "group_id" -> groupId = text(GROUP, name, value);
      case "member_id" -> {
        seen = JsonReply.once(seen, MEMBER, name);
        JsonReply.readObject(value, name, this::memberField);
      }
      default -> {}
    }
  }

  private void memberField(String name, JsonParser value) throws BadReplyException {
    if (name.equals("user_id")) {
      userId = text(USER, name, value);
    }
  }

  private @Nullable String text(int bit, String name, JsonParser value) throws BadReplyException {
    seen = JsonReply.once(seen, bit, name);
    return JsonReply.text(value, name);
  }

  MembershipFields requireStore(IdentityStoreId asked) throws BadReplyException {
    requireSame("store", asked.value(), storeId);
    return this;
  }

  MembershipFields requireGroup(GroupId asked) throws BadReplyException {
    requireSame("group", asked.value(), groupId);
    return this;
  }

  MembershipFields requireMember(MemberId asked) throws BadReplyException {
    requireSame("member", asked.value(), userId);
    return this;
  }

  MembershipFields requireMembership(MembershipId asked) throws BadReplyException {
    requireSame("membership", asked.value(), membershipId);
    return this;
  }

  /** The same id in upper or lower case is the same id. */
  private static void requireSame(String what, String asked, @Nullable String told)
      throws BadReplyException {
    if (told != null && !told.equalsIgnoreCase(asked)) {
      throw new BadReplyException("the response is about another %s than asked".formatted(what));
    }
  }

  String groupIdText() throws BadReplyException {
    return required(groupId, "group_id");
  }

  MembershipId membershipId() throws BadReplyException {
    return new MembershipId(required(membershipId, "membership_id"));
  }

  /** Each row of a listing repeats either the group or the member of the row before. */
  Membership membership(IdentityStoreId store, @Nullable Membership before)
      throws BadReplyException {
    return new Membership(
        store,
        group(required(groupId, "group_id"), before),
        member(required(userId, "member_id.user_id"), before),
        membershipId());
  }

  private static GroupId group(String id, @Nullable Membership before) {
    return before != null && before.groupId().value().equals(id)
        ? before.groupId()
        : new GroupId(id);
  }

  private static MemberId member(String id, @Nullable Membership before) {
    return before != null && before.memberId().value().equals(id)
        ? before.memberId()
        : new UserId(id);
  }

  private static String required(@Nullable String value, String name) throws BadReplyException {
    if (value == null) {
      throw new BadReplyException("the response has no " + name);
    }
    return value;
  }
}
