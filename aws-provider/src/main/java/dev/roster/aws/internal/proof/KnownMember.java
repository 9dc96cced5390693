package dev.roster.aws.internal.proof;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of the service's responses that are read, and the kind that each must have. */
enum KnownMember {
  MEMBERSHIP_ID("MembershipId", JsonText.Kind.STRING),
  GROUP_ID("GroupId", JsonText.Kind.STRING),
  USER_ID("UserId", JsonText.Kind.STRING),
  MEMBER_ID("MemberId", JsonText.Kind.OBJECT),
  IDENTITY_STORE_ID("IdentityStoreId", JsonText.Kind.STRING),
  GROUP_MEMBERSHIPS("GroupMemberships", JsonText.Kind.ARRAY),
  NEXT_TOKEN("NextToken", JsonText.Kind.STRING),
  RESULTS("Results", JsonText.Kind.ARRAY),
  MEMBERSHIP_EXISTS("MembershipExists", JsonText.Kind.BOOLEAN),
  CREATED_AT("CreatedAt", JsonText.Kind.NUMBER),
  UPDATED_AT("UpdatedAt", JsonText.Kind.NUMBER),
  CREATED_BY("CreatedBy", JsonText.Kind.STRING),
  UPDATED_BY("UpdatedBy", JsonText.Kind.STRING),
  TYPE("__type", JsonText.Kind.STRING),
  CODE("code", JsonText.Kind.STRING),
  REASON("Reason", JsonText.Kind.STRING),
  RESOURCE_TYPE("ResourceType", JsonText.Kind.STRING),
  RETRY_AFTER_SECONDS("RetryAfterSeconds", JsonText.Kind.NUMBER);

  private static final Map<String, KnownMember> BY_NAME = new HashMap<>();

  static {
    for (KnownMember member : values()) {
      BY_NAME.put(member.wireName, member);
    }
  }

  private final String wireName;
  private final JsonText.Kind kind;

  KnownMember(String wireName, JsonText.Kind kind) {
    this.wireName = wireName;
    this.kind = kind;
  }

  static @Nullable KnownMember of(String wireName) {
    return BY_NAME.get(wireName);
  }

  String wireName() {
    return wireName;
  }

  /** Null stands for absent; who reads the member decides whether it may be. */
  boolean canBe(JsonText.Kind actual) {
    return actual == kind || actual == JsonText.Kind.NULL;
  }

  boolean isTime() {
    return this == CREATED_AT || this == UPDATED_AT;
  }

  /** Its place in a set of bits, which costs a listing no object per row. */
  @SuppressWarnings("EnumOrdinal")
  long bit() {
    return 1L << ordinal();
  }
}
