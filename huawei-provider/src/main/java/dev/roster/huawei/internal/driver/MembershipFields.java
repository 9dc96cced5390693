package dev.roster.huawei.internal.driver;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import dev.roster.huawei.internal.json.InvalidResponseException;
import dev.roster.huawei.internal.json.JsonResponse;
import dev.roster.huawei.internal.json.RequiredValue;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;

/**
 * Collects the fields of a membership object in whatever order they come, each at most once. What a
 * response leaves out contradicts nothing; what it says must be about what was asked.
 */
final class MembershipFields implements JsonResponse.Fields {

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
  private boolean otherKind;

  @Override
  public void field(String name, JsonParser value) throws InvalidResponseException {
    switch (name) {
      case "identity_store_id" -> storeId = text(STORE, name, value);
      case "membership_id" -> membershipId = text(MEMBERSHIP, name, value);
      case "group_id" -> groupId = text(GROUP, name, value);
      case "member_id" -> {
        seen = JsonResponse.once(seen, MEMBER, name);
        JsonResponse.readObject(value, name, this::memberField);
      }
      default -> {}
    }
  }

  private void memberField(String name, JsonParser value) throws InvalidResponseException {
    if (name.equals("user_id")) {
      userId = text(USER, name, value);
    } else {
      otherKind = true;
    }
  }

  /** A member without a user's id, but with something that this version does not know. */
  boolean isOfAnotherKind() {
    return userId == null && otherKind;
  }

  private @Nullable String text(int bit, String name, JsonParser value)
      throws InvalidResponseException {
    seen = JsonResponse.once(seen, bit, name);
    return JsonResponse.text(value, name);
  }

  MembershipFields requireStore(IdentityStoreId asked) throws InvalidResponseException {
    RequiredValue.same("store", asked.value(), storeId);
    return this;
  }

  MembershipFields requireGroup(GroupId asked) throws InvalidResponseException {
    RequiredValue.same("group", asked.value(), groupId);
    return this;
  }

  MembershipFields requireMember(MemberId asked) throws InvalidResponseException {
    RequiredValue.same("member", asked.value(), userId);
    return this;
  }

  MembershipFields requireMembership(MembershipId asked) throws InvalidResponseException {
    RequiredValue.same("membership", asked.value(), membershipId);
    return this;
  }

  String groupIdText() throws InvalidResponseException {
    return RequiredValue.of(groupId, "group_id");
  }

  MembershipId membershipId() throws InvalidResponseException {
    return new MembershipId(RequiredValue.of(membershipId, "membership_id"));
  }

  /** Each row of a listing repeats either the group or the member of the row before. */
  Membership membership(IdentityStoreId store, @Nullable Membership before)
      throws InvalidResponseException {
    return new Membership(
        store,
        group(RequiredValue.of(groupId, "group_id"), before),
        member(RequiredValue.of(userId, "member_id.user_id"), before),
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
}
