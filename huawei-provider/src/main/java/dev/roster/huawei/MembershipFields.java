package dev.roster.huawei;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/** Collects the fields of a membership object in whatever order they come. */
final class MembershipFields implements JsonReply.Fields {

  private @Nullable String membershipId;
  private @Nullable String groupId;
  private @Nullable String userId;

  @Override
  public void field(String name, JsonParser value) {
    switch (name) {
      case "membership_id" -> membershipId = JsonReply.text(value);
      case "group_id" -> groupId = JsonReply.text(value);
      case "member_id" -> JsonReply.readObject(value, this::memberField);
      default -> {}
    }
  }

  private void memberField(String name, JsonParser value) {
    if (name.equals("user_id")) {
      userId = JsonReply.text(value);
    }
  }

  @Nullable String groupIdText() {
    return groupId;
  }

  /** Whether the member is this one, or left out. */
  boolean isAbout(MemberId member) {
    return userId == null || userId.equals(member.value());
  }

  MembershipId membershipId() throws BadReplyException {
    return new MembershipId(required(membershipId, "membership_id"));
  }

  Membership membership(IdentityStoreId store) throws BadReplyException {
    return membership(store, null);
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
      throw new BadReplyException("the reply has no " + name);
    }
    return value;
  }
}
