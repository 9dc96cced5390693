package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.memory.StoreSnapshot;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each documented bound of Huawei Cloud's fields, from just inside and from just outside. */
class HuaweiConstraintsTest {

  private static final String BASE = "/v1/identity-stores/d-1234567890";
  private static final Emulator EMULATOR = Emulator.builder().withoutSignatures().start();
  private static final StoreSnapshot EMPTY = EMULATOR.store().snapshot();
  private static final PlainClient CLIENT = new PlainClient(EMULATOR);

  private static final String UPDATE = HuaweiBodies.update("nickname", "jd");
  private static final String MEMBERSHIP =
      "{\"group_id\": \"g\", \"member_id\": {\"user_id\": \"u\"}}";
  private static final String CHECK =
      "{\"group_ids\": [\"g\"], \"member_id\": {\"user_id\": \"u\"}}";
  private static final String BY_ATTRIBUTE =
      "{\"alternate_identifier\": {\"unique_attribute\":"
          + " {\"attribute_path\": \"%s\", \"attribute_value\": \"v\"}}}";
  private static final String BY_EXTERNAL_ID =
      "{\"alternate_identifier\": {\"external_id\": {\"id\": \"i\", \"issuer\": \"x\"}}}";

  @AfterAll
  static void close() {
    EMULATOR.close();
  }

  @BeforeEach
  void empty() {
    EMULATOR.store().restore(EMPTY);
  }

  @ParameterizedTest
  @CsvSource({
    "/user_name,2,128",
    "/display_name,1,1024",
    "/name/family_name,1,1024",
    "/name/given_name,1,1024",
    "/name/middle_name,1,1024",
    "/name/formatted,1,1024",
    "/name/honorific_prefix,1,1024",
    "/name/honorific_suffix,1,1024",
    "/emails/0/value,1,1024",
    "/emails/0/type,1,1024",
    "/nickname,1,1024",
    "/title,1,1024",
    "/user_type,1,1024",
    "/locale,1,1024",
    "/preferred_language,1,1024",
    "/timezone,1,1024",
    "/profile_url,1,1024",
    "/phone_numbers/0/value,1,1024",
    "/phone_numbers/0/type,1,1024",
    "/addresses/0/country,1,1024",
    "/addresses/0/region,1,1024",
    "/addresses/0/locality,1,1024",
    "/addresses/0/postal_code,1,1024",
    "/addresses/0/street_address,1,1024",
    "/addresses/0/formatted,1,1024",
    "/addresses/0/type,1,1024",
    "/enterprise/cost_center,1,1024",
    "/enterprise/department,1,1024",
    "/enterprise/division,1,1024",
    "/enterprise/employee_number,1,1024",
    "/enterprise/organization,1,1024",
    "/enterprise/manager/value,1,1024"
  })
  void aTextOfANewUserKeepsItsLengths(String pointer, int min, int max) throws Exception {
    assertLengths("/users", HuaweiBodies.EVERY_USER_FIELD, pointer, min, max, 201);
  }

  @ParameterizedTest
  @CsvSource({"/display_name,1,1024", "/description,0,1024"})
  void aTextOfANewGroupKeepsItsLengths(String pointer, int min, int max) throws Exception {
    assertLengths("/groups", HuaweiBodies.GROUP, pointer, min, max, 201);
  }

  @ParameterizedTest
  @CsvSource({
    "/group-memberships,/group_id",
    "/group-memberships,/member_id/user_id",
    "/group-memberships/retrieve-group-membership-id,/group_id",
    "/group-memberships/retrieve-group-membership-id,/member_id/user_id",
    "/is-member-in-groups,/group_ids/0",
    "/is-member-in-groups,/member_id/user_id"
  })
  void anIdentifierInABodyHas1To47Characters(String path, String pointer) throws Exception {
    String body = path.startsWith("/is") ? CHECK : MEMBERSHIP;
    assertLengths(path, body, pointer, 1, 47, 404);
  }

  @ParameterizedTest
  @CsvSource({"/users/retrieve-user-id,user_name", "/groups/retrieve-group-id,display_name"})
  void anAlternateIdentifierKeepsItsLengths(String path, String attribute) throws Exception {
    String value = "/alternate_identifier/unique_attribute/attribute_value";
    assertLengths(path, BY_ATTRIBUTE.formatted(attribute), value, 1, 255, 404);
    assertLengths(path, BY_EXTERNAL_ID, "/alternate_identifier/external_id/id", 1, 256, 404);
    assertLengths(path, BY_EXTERNAL_ID, "/alternate_identifier/external_id/issuer", 1, 100, 404);
  }

  @ParameterizedTest
  @CsvSource({"/users/retrieve-user-id,user_name", "/groups/retrieve-group-id,display_name"})
  void aUniqueAttributeHasAPathOf1To255Characters(String path, String attribute) throws Exception {
    String pointer = "/alternate_identifier/unique_attribute/attribute_path";
    String body = BY_ATTRIBUTE.formatted(attribute);

    assertThat(message(post(path, HuaweiBodies.with(body, pointer, ""))))
        .contains("attribute_path must have 1 to 255 characters, but has 0");
    assertThat(message(post(path, HuaweiBodies.with(body, pointer, "x".repeat(255)))))
        .contains("attribute_path must be " + attribute);
    assertThat(message(post(path, HuaweiBodies.with(body, pointer, "x".repeat(256)))))
        .contains("attribute_path must have 1 to 255 characters, but has 256");
  }

  @ParameterizedTest
  @ValueSource(strings = {"users", "groups"})
  void anUpdateHasAPathOf1To255Characters(String kind) throws Exception {
    String pointer = "/operations/0/attribute_path";

    assertThat(message(put(kind, HuaweiBodies.with(UPDATE, pointer, ""))))
        .contains("operations[0].attribute_path must have 1 to 255 characters, but has 0");
    assertThat(message(put(kind, HuaweiBodies.with(UPDATE, pointer, "x".repeat(255)))))
        .contains("attribute_path names nothing to update");
    assertThat(message(put(kind, HuaweiBodies.with(UPDATE, pointer, "x".repeat(256)))))
        .contains("operations[0].attribute_path must have 1 to 255 characters, but has 256");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/emails", "/phone_numbers", "/addresses"})
  void aListOfANewUserHasOneItem(String pointer) throws Exception {
    assertItems("/users", HuaweiBodies.EVERY_USER_FIELD, pointer, 1, 201);
  }

  @Test
  void aCheckNames1To100Groups() throws Exception {
    assertThat(post("/is-member-in-groups", CHECK).statusCode()).isEqualTo(404);
    assertItems("/is-member-in-groups", CHECK, "/group_ids", 100, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"users", "groups"})
  void anUpdateHas1To100Operations(String kind) throws Exception {
    String body = HuaweiBodies.update("display_name", "x");

    for (int allowed : new int[] {1, 100}) {
      assertThat(put(kind, HuaweiBodies.repeating(body, "/operations", allowed)).statusCode())
          .isEqualTo(404);
    }
    for (int refused : new int[] {0, 101}) {
      assertInvalid(
          put(kind, HuaweiBodies.repeating(body, "/operations", refused)),
          "operations must be a list of 1 to 100 items");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/user_name", "/display_name", "/name", "/emails", "/password_mode"})
  void aNewUserNeedsWhatIsRequired(String pointer) throws Exception {
    assertRequired("/users", HuaweiBodies.EVERY_USER_FIELD, pointer);
  }

  @ParameterizedTest
  @CsvSource({
    "/group-memberships,/group_id",
    "/group-memberships,/member_id",
    "/group-memberships,/member_id/user_id",
    "/group-memberships/retrieve-group-membership-id,/group_id",
    "/group-memberships/retrieve-group-membership-id,/member_id",
    "/is-member-in-groups,/group_ids",
    "/is-member-in-groups,/member_id/user_id"
  })
  void aRequestAboutMembershipsNeedsWhatIsRequired(String path, String pointer) throws Exception {
    assertRequired(path, path.startsWith("/is") ? CHECK : MEMBERSHIP, pointer);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users/retrieve-user-id", "/groups/retrieve-group-id"})
  void aLookUpNeedsWhatIsRequired(String path) throws Exception {
    String attribute = BY_ATTRIBUTE.formatted("user_name");
    assertRequired(path, attribute, "/alternate_identifier");
    assertRequired(path, attribute, "/alternate_identifier/unique_attribute/attribute_path");
    assertRequired(path, attribute, "/alternate_identifier/unique_attribute/attribute_value");
    assertRequired(path, BY_EXTERNAL_ID, "/alternate_identifier/external_id/id");
    assertRequired(path, BY_EXTERNAL_ID, "/alternate_identifier/external_id/issuer");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users/retrieve-user-id", "/groups/retrieve-group-id"})
  void aLookUpNamesExactlyOneIdentifier(String path) throws Exception {
    String both =
        HuaweiBodies.with(
            BY_EXTERNAL_ID,
            "/alternate_identifier/unique_attribute",
            HuaweiBodies.parse("{\"attribute_path\": \"user_name\", \"attribute_value\": \"v\"}"));

    assertInvalid(post(path, both), "exactly one of external_id and unique_attribute");
    assertInvalid(
        post(path, "{\"alternate_identifier\": {}}"),
        "exactly one of external_id and unique_attribute");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "/users;/user_name;7;user_name must be a string",
        "/users;/name;'\"Jane\"';name must be a JSON object",
        "/users;/emails;{};emails must be a list of 1 to 1 items",
        "/users;/emails/0;7;emails[0] must be a JSON object",
        "/users;/emails/0/primary;'\"yes\"';emails[0].primary must be true or false",
        "/users;/password_mode;'\"SMS\"';password_mode must be one of OTP, EMAIL",
        "/users;/password_mode;1;password_mode must be one of OTP, EMAIL",
        "/groups;/description;[];description must be a string"
      })
  void aValueHasItsType(String path, String pointer, String value, String rule) throws Exception {
    String body = path.equals("/users") ? HuaweiBodies.EVERY_USER_FIELD : HuaweiBodies.GROUP;

    assertInvalid(post(path, HuaweiBodies.with(body, pointer, HuaweiBodies.parse(value))), rule);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not json", "[]", "7", "null", "{\"display_name\": \"x\"} {}"})
  void aBodyIsOneJsonObject(String body) throws Exception {
    assertInvalid(post("/groups", body), "the body");
  }

  @ParameterizedTest
  @CsvSource({
    "GET,users",
    "PUT,users",
    "DELETE,users",
    "GET,groups",
    "PUT,groups",
    "DELETE,groups",
    "GET,group-memberships",
    "DELETE,group-memberships"
  })
  void anIdentifierInAPathHas1To64Characters(String method, String kind) throws Exception {
    String body = HuaweiBodies.update("display_name", "x");
    String path = BASE + "/" + kind + "/";

    assertThat(CLIENT.huawei(method, path + "x", body).statusCode()).isEqualTo(404);
    assertThat(CLIENT.huawei(method, path + "x".repeat(64), body).body()).contains("IIC.404");
    assertInvalid(CLIENT.huawei(method, path + "x".repeat(65), body), "1 to 64 characters");
    assertInvalid(CLIENT.huawei(method, path + "%20", body), "must not be blank");
  }

  @ParameterizedTest
  @CsvSource({"group-memberships,group_id", "group-memberships-for-member,user_id"})
  void anIdentifierInAQueryHas1To64Characters(String kind, String name) throws Exception {
    String target = BASE + "/" + kind + "?" + name + "=";

    assertInvalid(CLIENT.huawei("GET", BASE + "/" + kind, ""), name + " is required");
    assertInvalid(CLIENT.huawei("GET", target, ""), name + " must have 1 to 64 characters");
    assertThat(CLIENT.huawei("GET", target + "x", "").statusCode()).isEqualTo(404);
    assertThat(CLIENT.huawei("GET", target + "x".repeat(64), "").statusCode()).isEqualTo(404);
    assertInvalid(CLIENT.huawei("GET", target + "x".repeat(65), ""), "1 to 64 characters");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users?", "/groups?", "/group-memberships?group_id=%s&"})
  void aPageHas1To100Items(String list) throws Exception {
    String target = BASE + list.formatted(EMULATOR.store().addGroup()) + "limit=";

    assertInvalid(CLIENT.huawei("GET", target + "0", ""), "limit must be 1 to 100");
    assertThat(CLIENT.huawei("GET", target + "1", "").statusCode()).isEqualTo(200);
    assertThat(CLIENT.huawei("GET", target + "100", "").statusCode()).isEqualTo(200);
    assertInvalid(CLIENT.huawei("GET", target + "101", ""), "limit must be 1 to 100");
    assertInvalid(CLIENT.huawei("GET", target + "ten", ""), "limit must be a whole number");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users?", "/groups?", "/group-memberships?group_id=%s&"})
  void aMarkerHas24CharactersAndIsOneOfTheListing(String list) throws Exception {
    String target = BASE + list.formatted(EMULATOR.store().addGroup()) + "marker=";

    assertInvalid(CLIENT.huawei("GET", target + "x".repeat(23), ""), "exactly 24 characters");
    assertInvalid(CLIENT.huawei("GET", target + "x".repeat(24), ""), "invalid marker");
    assertInvalid(CLIENT.huawei("GET", target + "x".repeat(25), ""), "exactly 24 characters");
  }

  @ParameterizedTest
  @CsvSource({"d-123456789,400", "d-0000000000,404", "d-12345678901,400"})
  void aStoreIdentifierHas12Characters(String store, int status) throws Exception {
    assertThat(CLIENT.huawei("GET", "/v1/identity-stores/" + store + "/users", "").statusCode())
        .isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"2048,200", "2049,400"})
  void aSecurityTokenHasAtMost2048Characters(int length, int status) throws Exception {
    assertThat(CLIENT.huawei("x".repeat(length), BASE + "/users").statusCode()).isEqualTo(status);
  }

  @ParameterizedTest
  @CsvSource({"0,400,IIC.400", "1,413,APIGW.0201"})
  void aBodyHasAtMost12Megabytes(int more, int status, String code) throws Exception {
    HttpResponse<String> response = post("/users", " ".repeat(12 * 1024 * 1024 + more));

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.body()).contains(code);
  }

  @ParameterizedTest
  @CsvSource({
    "GET,/users/",
    "PATCH,/users/x",
    "PUT,/users",
    "POST,/users/x/disable",
    "POST,/groups/batch-query/x",
    "GET,/group-memberships/x/y",
    "GET,/is-member-in-groups",
    "GET,/group-memberships-for-member/x"
  })
  void aPathOrMethodThatNoOperationHasIsRefusedByTheGateway(String method, String path)
      throws Exception {
    HttpResponse<String> response = CLIENT.huawei(method, BASE + path, "{}");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.body()).contains("\"error_code\":\"APIGW.0101\"");
  }

  private static void assertLengths(
      String path, String body, String pointer, int min, int max, int inside) throws Exception {
    for (int length : new int[] {min, max}) {
      EMULATOR.store().restore(EMPTY);
      assertThat(post(path, HuaweiBodies.with(body, pointer, "x".repeat(length))).statusCode())
          .as("%s of %d characters", pointer, length)
          .isEqualTo(inside);
    }
    if (min > 0) {
      assertInvalid(post(path, HuaweiBodies.with(body, pointer, "x".repeat(min - 1))), "have");
    }
    assertInvalid(
        post(path, HuaweiBodies.with(body, pointer, "x".repeat(max + 1))),
        "must have %d to %d characters, but has %d".formatted(min, max, max + 1));
  }

  private static void assertItems(String path, String body, String pointer, int max, int inside)
      throws Exception {
    assertThat(post(path, HuaweiBodies.repeating(body, pointer, max)).statusCode())
        .isEqualTo(inside);
    String rule = "must be a list of 1 to %d items".formatted(max);
    assertInvalid(post(path, HuaweiBodies.repeating(body, pointer, 0)), rule);
    assertInvalid(post(path, HuaweiBodies.repeating(body, pointer, max + 1)), rule);
  }

  private static void assertRequired(String path, String body, String pointer) throws Exception {
    String rule = pointer.substring(1).replace('/', '.') + " is required";
    assertInvalid(post(path, HuaweiBodies.without(body, pointer)), rule);
    assertInvalid(post(path, HuaweiBodies.with(body, pointer, HuaweiBodies.parse("null"))), rule);
  }

  private static void assertInvalid(HttpResponse<String> response, String rule) {
    assertThat(response.statusCode()).as(response.body()).isEqualTo(400);
    assertThat(response.body()).contains("\"error_code\":\"IIC.400\"");
    assertThat(message(response)).startsWith("Bad Request: ").contains(rule);
  }

  private static String message(HttpResponse<String> response) {
    return HuaweiBodies.parse(response.body()).get("error_msg").stringValue();
  }

  private static HttpResponse<String> post(String path, String body) throws Exception {
    return CLIENT.huawei("POST", BASE + path, body);
  }

  private static HttpResponse<String> put(String kind, String body) throws Exception {
    return CLIENT.huawei("PUT", BASE + "/" + kind + "/none", body);
  }
}
