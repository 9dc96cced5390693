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
  USERS("Users", JsonText.Kind.ARRAY),
  GROUPS("Groups", JsonText.Kind.ARRAY),
  USER_NAME("UserName", JsonText.Kind.STRING),
  DISPLAY_NAME("DisplayName", JsonText.Kind.STRING),
  DESCRIPTION("Description", JsonText.Kind.STRING),
  NAME("Name", JsonText.Kind.OBJECT),
  FORMATTED("Formatted", JsonText.Kind.STRING),
  FAMILY_NAME("FamilyName", JsonText.Kind.STRING),
  GIVEN_NAME("GivenName", JsonText.Kind.STRING),
  MIDDLE_NAME("MiddleName", JsonText.Kind.STRING),
  HONORIFIC_PREFIX("HonorificPrefix", JsonText.Kind.STRING),
  HONORIFIC_SUFFIX("HonorificSuffix", JsonText.Kind.STRING),
  NICK_NAME("NickName", JsonText.Kind.STRING),
  PROFILE_URL("ProfileUrl", JsonText.Kind.STRING),
  EMAILS("Emails", JsonText.Kind.ARRAY),
  ADDRESSES("Addresses", JsonText.Kind.ARRAY),
  PHONE_NUMBERS("PhoneNumbers", JsonText.Kind.ARRAY),
  PHOTOS("Photos", JsonText.Kind.ARRAY),
  ROLES("Roles", JsonText.Kind.ARRAY),
  USER_TYPE("UserType", JsonText.Kind.STRING),
  TITLE("Title", JsonText.Kind.STRING),
  PREFERRED_LANGUAGE("PreferredLanguage", JsonText.Kind.STRING),
  LOCALE("Locale", JsonText.Kind.STRING),
  TIMEZONE("Timezone", JsonText.Kind.STRING),
  WEBSITE("Website", JsonText.Kind.STRING),
  BIRTHDATE("Birthdate", JsonText.Kind.STRING),
  USER_STATUS("UserStatus", JsonText.Kind.STRING),
  EXTERNAL_IDS("ExternalIds", JsonText.Kind.ARRAY),
  ISSUER("Issuer", JsonText.Kind.STRING),
  ID("Id", JsonText.Kind.STRING),
  VALUE("Value", JsonText.Kind.STRING),
  TYPE_OF_VALUE("Type", JsonText.Kind.STRING),
  PRIMARY("Primary", JsonText.Kind.BOOLEAN),
  DISPLAY("Display", JsonText.Kind.STRING),
  STREET_ADDRESS("StreetAddress", JsonText.Kind.STRING),
  LOCALITY("Locality", JsonText.Kind.STRING),
  REGION("Region", JsonText.Kind.STRING),
  POSTAL_CODE("PostalCode", JsonText.Kind.STRING),
  COUNTRY("Country", JsonText.Kind.STRING),
  EXTENSIONS("Extensions", JsonText.Kind.OBJECT),
  TYPE("__type", JsonText.Kind.STRING),
  CODE("code", JsonText.Kind.STRING),
  REASON("Reason", JsonText.Kind.STRING),
  RESOURCE_TYPE("ResourceType", JsonText.Kind.STRING),
  REVISION("Revision", JsonText.Kind.STRING),
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

  /** What is in it is any JSON, and none of the members of the service's model. */
  boolean isFree() {
    return this == EXTENSIONS;
  }

  boolean isTime() {
    return this == CREATED_AT || this == UPDATED_AT;
  }

  /** Its place in a set of 64 bits, which costs a listing no object per row. */
  @SuppressWarnings("EnumOrdinal")
  long bit() {
    return 1L << ordinal();
  }
}
