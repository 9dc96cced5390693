package dev.roster.aws;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The members of the service's responses that are read, and the kind that each must have. */
enum KnownMember {
  MEMBERSHIP_ID("MembershipId", JsonKind.STRING),
  GROUP_ID("GroupId", JsonKind.STRING),
  USER_ID("UserId", JsonKind.STRING),
  MEMBER_ID("MemberId", JsonKind.OBJECT),
  IDENTITY_STORE_ID("IdentityStoreId", JsonKind.STRING),
  GROUP_MEMBERSHIPS("GroupMemberships", JsonKind.ARRAY),
  NEXT_TOKEN("NextToken", JsonKind.STRING),
  RESULTS("Results", JsonKind.ARRAY),
  MEMBERSHIP_EXISTS("MembershipExists", JsonKind.BOOLEAN),
  CREATED_AT("CreatedAt", JsonKind.NUMBER),
  UPDATED_AT("UpdatedAt", JsonKind.NUMBER),
  CREATED_BY("CreatedBy", JsonKind.STRING),
  UPDATED_BY("UpdatedBy", JsonKind.STRING),
  TYPE("__type", JsonKind.STRING),
  CODE("code", JsonKind.STRING),
  REASON("Reason", JsonKind.STRING),
  RESOURCE_TYPE("ResourceType", JsonKind.STRING),
  RETRY_AFTER_SECONDS("RetryAfterSeconds", JsonKind.NUMBER);

  private static final Map<String, KnownMember> BY_NAME = new HashMap<>();

  static {
    for (KnownMember member : values()) {
      BY_NAME.put(member.wireName, member);
    }
  }

  private final String wireName;
  private final JsonKind kind;

  KnownMember(String wireName, JsonKind kind) {
    this.wireName = wireName;
    this.kind = kind;
  }

  static @Nullable KnownMember of(String wireName) {
    return BY_NAME.get(wireName);
  }

  String wireName() {
    return wireName;
  }

  /** Null stands for absent, and whether that may be is for whoever needs the member. */
  boolean canBe(JsonKind actual) {
    return actual == kind || actual == JsonKind.NULL;
  }

  boolean isTime() {
    return this == CREATED_AT || this == UPDATED_AT;
  }

  long bit() {
    return 1L << ordinal();
  }
}
