package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Updates of users over Huawei Cloud's protocol: all of one is applied, or nothing. */
class HuaweiUpdatesTest {

  private static final String BASE = "/v1/identity-stores/d-1234567890";

  private final Emulator emulator = Emulator.builder().withoutSignatures().start();
  private final PlainClient client = new PlainClient(emulator);

  @AfterEach
  void close() {
    emulator.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "display_name;Janet;/display_name;'\"Janet\"'",
        "nickname;jj;/nickname;'\"jj\"'",
        "name.given_name;Janet;/name/given_name;'\"Janet\"'",
        "name;{\"given_name\":\"Janet\",\"family_name\":null};/name;{\"given_name\":\"Janet\"}",
        "enterprise.manager;{\"value\":\"x\"};/enterprise/manager/value;'\"x\"'",
        "enterprise;{\"division\":\"E\"};/enterprise;{\"division\":\"E\"}",
        "phone_numbers;[{\"value\":\"1\"}];/phone_numbers;[{\"value\":\"1\"}]"
      })
  void anUpdateSetsAnAttribute(String path, String value, String pointer, String shown)
      throws Exception {
    String id = made(HuaweiBodies.EVERY_USER_FIELD);

    HttpResponse<String> response = put(id, HuaweiBodies.update(path, value));

    assertThat(response.statusCode()).isEqualTo(204);
    assertThat(response.body()).isEmpty();
    assertThat(read(id).at(pointer)).isEqualTo(HuaweiBodies.parse(shown));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nickname", "phone_numbers", "enterprise", "name.middle_name"})
  void anUpdateWithoutAValueOrWithNullDeletes(String path) throws Exception {
    String withNull =
        HuaweiBodies.with(
            HuaweiBodies.update(path, "x"),
            "/operations/0/attribute_value",
            HuaweiBodies.parse("null"));
    String absent = HuaweiBodies.without(withNull, "/operations/0/attribute_value");
    for (String body : List.of(withNull, absent)) {
      String name = body.equals(absent) ? "absent" : "null";
      String id =
          made(
              HuaweiBodies.with(
                  HuaweiBodies.with(HuaweiBodies.EVERY_USER_FIELD, "/user_name", name),
                  "/emails/0/value",
                  name));

      assertThat(put(id, body).statusCode()).isEqualTo(204);
      assertThat(read(id).at("/" + path.replace('.', '/')).isMissingNode()).isTrue();
      assertThat(put(id, body).statusCode()).isEqualTo(204);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "user_name;janet;attribute_path names nothing to update",
        "colour;red;attribute_path names nothing to update",
        "enabled;false;attribute_path names nothing to update",
        "name.colour;red;attribute_path names nothing to update",
        "emails.value;x@example.com;attribute_path names nothing to update",
        "title.first;x;attribute_path names nothing to update",
        "display_name;'';display_name must have 1 to 1024 characters",
        "name;Janet;name must be the JSON text of its new value",
        "name;[];name must be a JSON object",
        "name;{\"given_name\":\"\"};name.given_name must have 1 to 1024 characters",
        "emails;[];emails must be a list of 1 to 1 items",
        "emails;[{\"primary\":\"x\"}];emails[0].primary must be true or false"
      })
  void anUpdateThatBreaksARuleChangesNothing(String path, String value, String rule)
      throws Exception {
    String id = made(HuaweiBodies.EVERY_USER_FIELD);
    JsonNode before = read(id);

    HttpResponse<String> response = put(id, HuaweiBodies.update(path, value));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(HuaweiBodies.parse(response.body()).get("error_msg").stringValue()).contains(rule);
    assertThat(read(id)).isEqualTo(before);
  }

  @ParameterizedTest
  @ValueSource(strings = {"display_name", "name", "emails"})
  void whatIsRequiredCannotBeDeletedNorWhatStoodBeforeItInTheUpdate(String path) throws Exception {
    String id = made(HuaweiBodies.EVERY_USER_FIELD);

    HttpResponse<String> response =
        put(
            id,
            """
            {"operations": [{"attribute_path": "title", "attribute_value": "Boss"},
                            {"attribute_path": "%s"}]}
            """
                .formatted(path));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains(path + " is required and cannot be deleted");
    assertThat(read(id).get("title").stringValue()).isEqualTo("Engineer");
  }

  @Test
  void aValueOfAnUpdateIsAString() throws Exception {
    String id = made(HuaweiBodies.EVERY_USER_FIELD);
    String body =
        HuaweiBodies.with(
            HuaweiBodies.update("name", "x"),
            "/operations/0/attribute_value",
            HuaweiBodies.parse("{\"given_name\": \"Janet\"}"));

    assertThat(put(id, body).body()).contains("operations[0].attribute_value must be a string");
  }

  private String made(String body) throws Exception {
    HttpResponse<String> response = client.huawei("POST", BASE + "/users", body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(201);
    return HuaweiBodies.parse(response.body()).get("user_id").stringValue();
  }

  private JsonNode read(String id) throws Exception {
    HttpResponse<String> response = client.huawei("GET", BASE + "/users/" + id, "");
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return HuaweiBodies.parse(response.body());
  }

  private HttpResponse<String> put(String id, String body) throws Exception {
    return client.huawei("PUT", BASE + "/users/" + id, body);
  }
}
