package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.memory.Attributes;
import dev.roster.memory.StoreOperation;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Queries for several users or groups by their ids over Huawei Cloud's protocol. */
class HuaweiQueriesTest {

  private static final String BASE = "/v1/identity-stores/d-1234567890";

  private final Emulator emulator = Emulator.builder().withoutSignatures().start();
  private final PlainClient client = new PlainClient(emulator);

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void aQueryReturnsThoseThatExistWithAllTheirFields() throws Exception {
    emulator
        .store()
        .groups()
        .add(new GroupId("g-1"), Attributes.of(Map.of("displayName", "Admins")));

    JsonNode groups = groups("{\"group_ids\":[\"none\",\"g-1\",\"g-1\"]}").get("groups");

    assertThat(groups.size()).isEqualTo(1);
    assertThat(groups.get(0).get("group_id").stringValue()).isEqualTo("g-1");
    assertThat(groups.get(0).get("display_name").stringValue()).isEqualTo("Admins");
  }

  private JsonNode groups(String body) throws Exception {
    HttpResponse<String> response = client.huawei("POST", BASE + "/groups/batch-query", body);
    assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
    return HuaweiBodies.parse(response.body());
  }

  @Test
  void aQueryOfUsersHasWhatTheirListingLeavesOut() throws Exception {
    String made =
        HuaweiBodies.parse(
                client.huawei("POST", BASE + "/users", HuaweiBodies.EVERY_USER_FIELD).body())
            .get("user_id")
            .stringValue();

    JsonNode users =
        HuaweiBodies.parse(
            client
                .huawei("POST", BASE + "/users/batch-query", "{\"user_ids\":[\"" + made + "\"]}")
                .body());

    assertThat(users.at("/users/0/email_verified").isBoolean()).isTrue();
    assertThat(emulator.journal(entry -> entry.is(StoreOperation.DESCRIBE_USER))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"{}", "{\"group_ids\":[]}", "{\"group_ids\":\"g-1\"}", "{\"group_ids\":[7]}"})
  void aQueryThatBreaksARuleIsRefused(String body) throws Exception {
    HttpResponse<String> response = client.huawei("POST", BASE + "/groups/batch-query", body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(response.body()).contains("IIC.400", "group_ids");
  }

  @Test
  void aQueryTakesTenIds() throws Exception {
    assertThat(groups(ids(10)).get("groups").size()).isZero();
    assertThat(client.huawei("POST", BASE + "/groups/batch-query", ids(11)).body())
        .contains("group_ids must be a list of 1 to 10 items");
  }

  private static String ids(int count) {
    return IntStream.range(0, count)
        .mapToObj(id -> "\"g-" + id + "\"")
        .collect(Collectors.joining(",", "{\"group_ids\":[", "]}"));
  }
}
