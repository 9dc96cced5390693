package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.Operation;
import dev.roster.UserId;
import dev.roster.memory.Attributes;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.ManualTime;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.memory.StoreOperation;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Users and groups over Huawei Cloud's protocol, to the letter. */
class HuaweiEntitiesTest {

  private static final String BASE = "/v1/identity-stores/d-1234567890";
  private static final Instant START = Instant.ofEpochMilli(1_700_000_000_123L);

  private final ManualTime clock = new ManualTime(START);
  private final MemoryIdentityStore store =
      new MemoryIdentityStore(new IdentityStoreId("d-1234567890"), clock);
  private final Emulator emulator = Emulator.builder().store(store).withoutSignatures().start();
  private final PlainClient client = new PlainClient(emulator);

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void aNewUserIs201WithItsIdentifierAndAPassword() throws Exception {
    HttpResponse<String> response = post("/users", HuaweiBodies.EVERY_USER_FIELD);

    assertThat(response.statusCode()).isEqualTo(201);
    JsonNode made = HuaweiBodies.parse(response.body());
    assertThat(made.propertyNames()).containsExactly("identity_store_id", "user_id", "password");
    assertThat(store.users().ids()).containsExactly(new UserId(made.get("user_id").stringValue()));
  }

  @Test
  void aUserWhoIsSentAnEmailGetsNoPassword() throws Exception {
    String body = HuaweiBodies.with(HuaweiBodies.EVERY_USER_FIELD, "/password_mode", "EMAIL");

    assertThat(post("/users", body).body()).doesNotContain("password");
  }

  @Test
  void aNewGroupIs201WithItsIdentifier() throws Exception {
    HttpResponse<String> response = post("/groups", HuaweiBodies.GROUP);

    assertThat(response.statusCode()).isEqualTo(201);
    assertThat(HuaweiBodies.parse(response.body()).propertyNames())
        .containsExactly("identity_store_id", "group_id");
  }

  @Test
  void everyFieldThatIsSentIsHandled() throws Exception {
    String id = made("/users", HuaweiBodies.EVERY_USER_FIELD);
    String sent = HuaweiBodies.without(HuaweiBodies.EVERY_USER_FIELD, "/password_mode");

    JsonNode described = read("/users/" + id);

    for (Map.Entry<String, JsonNode> field : HuaweiBodies.parse(sent).properties()) {
      JsonNode response = described.get(field.getKey());
      if (field.getKey().equals("emails")) {
        assertThat(response.get(0).get("verification_status").stringValue())
            .isEqualTo("NOT_VERIFIED");
        assertThat(response.get(0).get("value")).isEqualTo(field.getValue().get(0).get("value"));
      } else {
        assertThat(response).as(field.getKey()).isEqualTo(field.getValue());
      }
    }
  }

  @Test
  void aUserHasTheFieldsOfTheServiceAndInAListingAllButOne() throws Exception {
    String id = made("/users", HuaweiBodies.user("jdoe"));

    List<String> described = List.copyOf(read("/users/" + id).propertyNames());
    List<String> listed = List.copyOf(read("/users").get("users").get(0).propertyNames());

    assertThat(described)
        .containsExactlyInAnyOrder(
            "identity_store_id",
            "user_id",
            "user_name",
            "display_name",
            "name",
            "emails",
            "enabled",
            "email_verified",
            "created_at",
            "created_by",
            "updated_at",
            "updated_by");
    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(
            described.stream().filter(name -> !name.equals("email_verified")).toList());
  }

  @Test
  void timesAreMillisecondsAndAnUpdateMovesOne() throws Exception {
    String id = made("/groups", HuaweiBodies.GROUP);
    clock.advance(Duration.ofSeconds(1));

    put("/groups/" + id, HuaweiBodies.update("description", "Some"));

    JsonNode group = read("/groups/" + id);
    assertThat(group.get("created_at").longValue()).isEqualTo(START.toEpochMilli());
    assertThat(group.get("updated_at").longValue()).isEqualTo(START.toEpochMilli() + 1000);
  }

  @Test
  void unknownFieldsAndFieldsOfResponsesAreIgnored() throws Exception {
    String body =
        """
        {"display_name": "Developers", "colour": "red", "external_id": "7",
         "external_ids": [{"id": "7", "issuer": "idp"}], "group_id": "mine"}
        """;

    String id = made("/groups", body);

    assertThat(id).isNotEqualTo("mine");
    assertThat(read("/groups/" + id).propertyNames())
        .doesNotContain("colour", "external_id", "external_ids");
  }

  @ParameterizedTest
  @CsvSource({"VELOP,Developers", "Dev,'Developers,DevOps'", "ops,DevOps", "'',all", "none,''"})
  void groupsAreFilteredFuzzily(String filter, String names) throws Exception {
    for (String name : List.of("Developers", "DevOps", "Sales")) {
      store.groups().create(Attributes.of(Map.of("displayName", name)));
    }

    List<String> found =
        read("/groups?display_name=" + filter).get("groups").values().stream()
            .map(group -> group.get("display_name").stringValue())
            .toList();

    assertThat(String.join(",", found))
        .isEqualTo(names.equals("all") ? "Developers,DevOps,Sales" : names);
  }

  @ParameterizedTest
  @CsvSource({"jdoe,1", "jdo,0", "JDOE,0", "'',2"})
  void usersAreFilteredExactly(String filter, int count) throws Exception {
    made("/users", HuaweiBodies.user("jdoe"));
    made("/users", HuaweiBodies.user("other"));

    assertThat(read("/users?user_name=" + filter).get("users").size()).isEqualTo(count);
  }

  @Test
  void aMarkerOfAFilterIsRefusedUnderAnother() throws Exception {
    for (String name : List.of("Developers", "DevOps")) {
      store.groups().create(Attributes.of(Map.of("displayName", name)));
    }
    String marker = marker(read("/groups?limit=1&display_name=dev"));

    assertThat(read("/groups?limit=1&display_name=dev&marker=" + marker).get("groups").size())
        .isOne();
    assertThat(get("/groups?limit=1&display_name=d&marker=" + marker).statusCode()).isEqualTo(400);
    assertThat(get("/users?limit=1&marker=" + marker).statusCode()).isEqualTo(400);
    store.expirePageTokens();
    assertThat(get("/groups?limit=1&display_name=dev&marker=" + marker).body())
        .contains("invalid marker", "expired");
  }

  @ParameterizedTest
  @ValueSource(strings = {"users", "groups"})
  void deletingTakesTheMembershipsWithIt(String kind) throws Exception {
    UserId user = store.addUser();
    GroupId group = store.addGroup();
    store.createMembership(group, user);
    String id = kind.equals("users") ? user.value() : group.value();

    HttpResponse<String> response = client.huawei("DELETE", BASE + "/" + kind + "/" + id, "");

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
    assertThat(store.membershipCount()).isZero();
    assertThat(get("/" + kind + "/" + id).statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @CsvSource({"users,userName", "groups,displayName"})
  void theIdentifierOfAnExternalProviderLeadsToAUserOrAGroup(String kind, String name)
      throws Exception {
    Attributes attributes =
        Attributes.of(
            Map.of(name, "n", "externalIds", List.of(Map.of("issuer", "idp", "id", "4711"))));
    String id =
        kind.equals("users")
            ? store.users().create(attributes).value()
            : store.groups().create(attributes).value();
    String singular = kind.substring(0, kind.length() - 1);
    String path = "/" + kind + "/retrieve-" + singular + "-id";
    String body =
        "{\"alternate_identifier\": {\"external_id\": {\"issuer\": \"%s\", \"id\": \"4711\"}}}";

    HttpResponse<String> found = post(path, body.formatted("idp"));

    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(HuaweiBodies.parse(found.body()).get(singular + "_id").stringValue()).isEqualTo(id);
    assertThat(post(path, body.formatted("other")).statusCode()).isEqualTo(404);
    assertThat(read("/" + kind + "/" + id).get("external_id").stringValue()).isEqualTo("4711");
  }

  @Test
  void anEmailAddressThatIsTakenIsAConflict() throws Exception {
    made("/users", HuaweiBodies.user("jdoe"));
    String other =
        HuaweiBodies.with(HuaweiBodies.user("other"), "/emails/0/value", "jdoe@example.com");

    assertThat(post("/users", other).statusCode()).isEqualTo(409);
  }

  @Test
  void aDeniedRequestHasAMessageToDecode() throws Exception {
    store.faults().on(StoreOperation.CREATE_USER).next(Fault.of(FaultKind.ACCESS_DENIED));

    JsonNode refused = HuaweiBodies.parse(post("/users", HuaweiBodies.user("jdoe")).body());

    assertThat(refused.propertyNames())
        .containsExactly("error_code", "error_msg", "request_id", "encoded_authorization_message");
    assertThat(refused.get("encoded_authorization_message").stringValue()).startsWith("FAKE");
  }

  @Test
  void aResponseThatIsLostLeavesTheUserBehind() throws Exception {
    store
        .faults()
        .on(StoreOperation.CREATE_USER)
        .next(Fault.of(FaultKind.SERVER_ERROR_AFTER_COMMIT));

    assertThat(post("/users", HuaweiBodies.user("jdoe")).statusCode()).isEqualTo(500);
    assertThat(post("/users", HuaweiBodies.user("jdoe")).statusCode()).isEqualTo(409);
  }

  @Test
  void requestsAreCountedByOperation() throws Exception {
    made("/users", HuaweiBodies.user("jdoe"));
    read("/users");

    assertThat(store.requests().of(StoreOperation.CREATE_USER)).isOne();
    assertThat(store.requests().of(StoreOperation.LIST_USERS)).isOne();
    assertThat(store.requests().of(Operation.LIST_MEMBERSHIPS)).isZero();
    assertThat(emulator.requestCount(StoreOperation.CREATE_USER)).isOne();
  }

  private String made(String path, String body) throws Exception {
    HttpResponse<String> response = post(path, body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    JsonNode made = HuaweiBodies.parse(response.body());
    return made.get(path.equals("/users") ? "user_id" : "group_id").stringValue();
  }

  private JsonNode read(String path) throws Exception {
    HttpResponse<String> response = get(path);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return HuaweiBodies.parse(response.body());
  }

  private static String marker(JsonNode page) {
    return page.get("page_info")
        .get("next_marker")
        .stringValue()
        .replace("+", "%2B")
        .replace("/", "%2F")
        .replace("=", "%3D");
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.huawei("GET", BASE + path, "");
  }

  private HttpResponse<String> post(String path, String body) throws Exception {
    return client.huawei("POST", BASE + path, body);
  }

  private HttpResponse<String> put(String path, String body) throws Exception {
    return client.huawei("PUT", BASE + path, body);
  }
}
