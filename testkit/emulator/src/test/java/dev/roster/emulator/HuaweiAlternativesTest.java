package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.UserId;
import dev.roster.memory.Attributes;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.ManualTime;
import dev.roster.memory.MemoryIdentityStore;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Every behavior of Huawei Cloud that is assumed can be another one, where another is plausible.
 */
class HuaweiAlternativesTest {

  private static final String BASE = "/v1/identity-stores/d-1234567890";
  private static final String MISSING = BASE + "/group-memberships/none";

  @ParameterizedTest
  @CsvSource({
    "HUAWEI_PREFIX_IDENTITY_CENTER,THROTTLED,429,APIGW.0308",
    "HUAWEI_PREFIX_IDENTITY_CENTER,ACCESS_DENIED,403,IdentityCenter.1000",
    "HUAWEI_PREFIX_APIG,THROTTLED,429,APIG.0308",
    "HUAWEI_PREFIX_APIG,ACCESS_DENIED,403,IIC.1000",
    "HUAWEI_QUOTA_IS_CONFLICT,QUOTA_EXCEEDED,409,IIC.1007",
    "HUAWEI_CONFLICT_HAS_UNKNOWN_NUMBER,CONFLICT,409,IIC.1899",
    "HUAWEI_CONFLICT_HAS_UNKNOWN_NUMBER,CONCURRENT_MODIFICATION,409,IIC.1006"
  })
  void anErrorHasTheOtherCode(
      AlternativeBehavior behavior, FaultKind fault, int status, String code) throws Exception {
    try (Emulator emulator = emulator(behavior)) {
      emulator.store().faults().onAnyOperation().next(Fault.of(fault));

      HttpResponse<String> response = new PlainClient(emulator).huawei("GET", MISSING, "");

      assertThat(response.statusCode()).isEqualTo(status);
      assertThat(response.body()).contains("\"error_code\":\"" + code + "\"");
    }
  }

  @Test
  void whatIsMissingCanHaveTheNumberOfABadRequest() throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.HUAWEI_MISSING_IS_NUMBER_400)) {
      HttpResponse<String> response = new PlainClient(emulator).huawei("GET", MISSING, "");

      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(response.body()).contains("\"error_code\":\"IIC.400\"");
    }
  }

  @Test
  void aResponseWithoutABodyCanBe200() throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.HUAWEI_EMPTY_RESPONSE_IS_200)) {
      String made =
          emulator
              .store()
              .createMembership(emulator.store().addGroup(), emulator.store().addUser())
              .membershipId()
              .value();

      HttpResponse<String> response =
          new PlainClient(emulator).huawei("DELETE", BASE + "/group-memberships/" + made, "");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEmpty();
      assertThat(response.headers().firstValue("Content-Type")).isEmpty();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HUAWEI_LAST_MARKER_IS_ABSENT,'\"page_info\":{\"current_count\":0}'",
    "HUAWEI_LAST_MARKER_IS_EMPTY,'\"page_info\":{\"next_marker\":\"\",\"current_count\":0}'"
  })
  void theLastPageCanEndOtherwise(AlternativeBehavior behavior, String end) throws Exception {
    try (Emulator emulator = emulator(behavior)) {
      assertThat(get(emulator, "/users").body()).contains(end);
    }
  }

  @Test
  void aSecondMembershipCanBeTheFirst() throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.HUAWEI_SECOND_MEMBERSHIP_IS_THE_FIRST)) {
      GroupId group = emulator.store().addGroup();
      UserId user = emulator.store().addUser();
      String body =
          "{\"group_id\": \"%s\", \"member_id\": {\"user_id\": \"%s\"}}".formatted(group, user);
      PlainClient client = new PlainClient(emulator);

      HttpResponse<String> first = client.huawei("POST", BASE + "/group-memberships", body);
      HttpResponse<String> second = client.huawei("POST", BASE + "/group-memberships", body);

      assertThat(second.statusCode()).isEqualTo(200);
      assertThat(second.body()).isEqualTo(first.body());
      assertThat(emulator.store().membershipCount()).isOne();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"/group-memberships?group_id=none", "/group-memberships-for-member?user_id=none"})
  void whatIsMissingCanHaveNoMemberships(String list) throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.HUAWEI_MISSING_LISTS_NOTHING)) {
      HttpResponse<String> response = get(emulator, list);

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).contains("\"group_memberships\":[]");
      assertThat(get(emulator, "/users/none").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void timesCanBeSeconds() throws Exception {
    MemoryIdentityStore store =
        new MemoryIdentityStore(
            new IdentityStoreId("d-1234567890"), new ManualTime(Instant.ofEpochSecond(1_700)));
    try (Emulator emulator =
        Emulator.builder()
            .store(store)
            .withoutSignatures()
            .alternatives(AlternativeBehavior.HUAWEI_TIMES_ARE_SECONDS)
            .start()) {
      assertThat(get(emulator, "/users/" + store.addUser()).body())
          .contains("\"created_at\":1700,");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "users/retrieve-user-id,userName,200",
    "users/retrieve-user-id,user_name,400",
    "groups/retrieve-group-id,displayName,200",
    "groups/retrieve-group-id,display_name,400"
  })
  void aLookUpCanSpellItsPathInCamelCase(String path, String attribute, int status)
      throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.HUAWEI_UNIQUE_PATH_IS_CAMEL_CASE)) {
      Attributes named = Attributes.of(Map.of("userName", "x", "displayName", "x"));
      emulator.store().users().create(named);
      emulator.store().groups().create(named);
      String body =
          "{\"alternate_identifier\": {\"unique_attribute\":"
              + " {\"attribute_path\": \"%s\", \"attribute_value\": \"x\"}}}";

      HttpResponse<String> response =
          new PlainClient(emulator).huawei("POST", BASE + "/" + path, body.formatted(attribute));

      assertThat(response.statusCode()).isEqualTo(status);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "HUAWEI_USER_NAME_FILTER_IS_FUZZY,/users?user_name=DO,1",
    "HUAWEI_FUZZY_IS_PREFIX,/groups?display_name=jd,1",
    "HUAWEI_FUZZY_IS_PREFIX,/groups?display_name=JD,0",
    "HUAWEI_FUZZY_IS_PREFIX,/groups?display_name=do,0"
  })
  void aFilterCanMeanSomethingElse(AlternativeBehavior behavior, String list, int count)
      throws Exception {
    try (Emulator emulator = emulator(behavior)) {
      Attributes named = Attributes.of(Map.of("userName", "jdoe", "displayName", "jdoe"));
      emulator.store().users().create(named);
      emulator.store().groups().create(named);

      assertThat(get(emulator, list).body()).contains("\"current_count\":" + count);
    }
  }

  @Test
  void aGroupThatIsMissingCanBeOneThatTheMemberIsNotIn() throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.HUAWEI_MISSING_GROUP_IS_NO_MEMBERSHIP)) {
      GroupId group = emulator.store().addGroup();
      UserId user = emulator.store().addUser();
      emulator.store().createMembership(group, user);

      assertThat(verdicts(emulator, user, "none", group.value()))
          .containsExactly(Map.entry("none", false), Map.entry(group.value(), true));
      assertThat(verdicts(emulator, user, "none", "nothing"))
          .containsExactly(Map.entry("none", false), Map.entry("nothing", false));
    }
  }

  @Test
  void verdictsCanComeInAnotherOrder() throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.HUAWEI_VERDICTS_ARE_REVERSED)) {
      GroupId first = emulator.store().addGroup();
      GroupId second = emulator.store().addGroup();
      UserId user = emulator.store().addUser();
      emulator.store().createMembership(first, user);

      assertThat(verdicts(emulator, user, first.value(), second.value()))
          .containsExactly(Map.entry(second.value(), false), Map.entry(first.value(), true));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"users", "groups", "group-memberships"})
  void aDeleteOfWhatIsGoneCanSucceed(String kind) throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.HUAWEI_REPEATED_DELETE_SUCCEEDS)) {
      PlainClient client = new PlainClient(emulator);
      String elsewhere = BASE.replace("1234567890", "0000000000");

      assertThat(client.huawei("DELETE", BASE + "/" + kind + "/gone", "").statusCode())
          .isEqualTo(204);
      assertThat(client.huawei("DELETE", elsewhere + "/" + kind + "/gone", "").statusCode())
          .isEqualTo(404);
    }
  }

  @Test
  void aUserNameCanChange() throws Exception {
    try (Emulator emulator = emulator(AlternativeBehavior.HUAWEI_USER_NAME_CAN_CHANGE)) {
      UserId user = emulator.store().addUser();

      HttpResponse<String> response =
          new PlainClient(emulator)
              .huawei("PUT", BASE + "/users/" + user, HuaweiBodies.update("user_name", "jdoe"));

      assertThat(response.statusCode()).isEqualTo(204);
      assertThat(emulator.store().users().find("userName", "jdoe")).isEqualTo(user);
    }
  }

  private static List<Map.Entry<String, Boolean>> verdicts(
      Emulator emulator, UserId user, String first, String second) throws Exception {
    String body =
        "{\"group_ids\": [\"%s\", \"%s\"], \"member_id\": {\"user_id\": \"%s\"}}"
            .formatted(first, second, user);
    HttpResponse<String> response =
        new PlainClient(emulator).huawei("POST", BASE + "/is-member-in-groups", body);
    return HuaweiBodies.parse(response.body()).get("results").values().stream()
        .map(
            each ->
                Map.entry(
                    each.get("group_id").stringValue(),
                    each.get("membership_exists").booleanValue()))
        .toList();
  }

  private static HttpResponse<String> get(Emulator emulator, String path) throws Exception {
    return new PlainClient(emulator).huawei("GET", BASE + path, "");
  }

  private static Emulator emulator(AlternativeBehavior behavior) {
    return Emulator.builder().withoutSignatures().alternatives(behavior).start();
  }
}
