package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.AuditDetails;
import dev.roster.ErrorCode;
import dev.roster.directory.ContactPoint;
import dev.roster.directory.PostalAddress;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.huawei.WireOperation.Samples;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How users and groups are read, and which responses say nothing. */
class DirectoryResponsesTest {

  private static final String OTHER = "00000000-dddd-4ddd-8ddd-00000000000d";

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  private static User read(String fields) throws Exception {
    SERVICE.respondsWith(okJson("{\"user_id\":\"%s\"%s}".formatted(Samples.USER, fields)));
    return EntrySamples.users(SERVICE.driver()).get(Samples.USER, new OneAttempt());
  }

  @Test
  void whatTheServiceLeavesOutIsNotThere() throws Exception {
    User user =
        read(
            """
            ,"user_name":null,"name":null,"emails":null,"phone_numbers":[],"addresses":[],
            "external_ids":null,"enabled":null,"created_at":null,"updated_by":null,"title":null,
            "enterprise":null,"display_name":""
            """);

    assertThat(user.fields().fields()).isEmpty();
    assertThat(user.enabled()).isEmpty();
    assertThat(user.externalIds()).isEmpty();
    assertThat(user.audit()).isEqualTo(AuditDetails.none());
  }

  /** What only this service knows of an e-mail address is reachable all the same. */
  @Test
  void whatHoldsMoreThanItsTypeIsJsonTextToo() throws Exception {
    String email = "{\"value\":\"jane@example.com\",\"verification_status\":\"VERIFIED\"}";
    String address = "{\"type\":\"work\",\"planet\":\"Earth\"}";

    User user =
        read(
            ",\"emails\":[ %s ],\"addresses\":[%s],\"name\":{\"nick\":\"J\",\"given_name\":\"Jane\"}"
                .formatted(email, address));

    assertThat(user.emails()).containsExactly(ContactPoint.of("jane@example.com"));
    assertThat(user.addresses())
        .containsExactly(PostalAddress.none().with(PostalAddress.Part.TYPE, "work"));
    assertThat(user.providerFields())
        .isEqualTo(
            Map.of(
                "emails", "[" + email + "]",
                "addresses", "[" + address + "]",
                "name", "{\"nick\":\"J\",\"given_name\":\"Jane\"}"));
  }

  @Test
  void anItemWithoutAValueIsLeftOut() throws Exception {
    User user =
        read(
            """
            ,"emails":[{"type":"work"},{"value":"b@example.com"}],
            "external_ids":[{"id":"1"},{"issuer":"idp"},{"id":" ","issuer":"idp"}]
            """);

    assertThat(user.emails()).containsExactly(ContactPoint.of("b@example.com"));
    assertThat(user.externalIds()).isEmpty();
    assertThat(user.providerFields()).containsOnlyKeys("emails", "external_ids");
  }

  @Test
  void unknownFieldsKeepEveryDigit() throws Exception {
    User user = read(",\"x\":[1.10, 1e400, 12345678901234567890123, true, \"\\u00e9\\n\"]");

    assertThat(user.get(UserFields.provider("x")))
        .contains("[1.10,1E+400,12345678901234567890123,true,\"é\\n\"]");
  }

  @ParameterizedTest
  @CsvSource({
    "1767323045, 2026-01-02T03:04:05Z",
    "1767323045678, 2026-01-02T03:04:05.678Z",
    "99999999999, 5138-11-16T09:46:39Z",
    "100000000000, 1973-03-03T09:46:40Z"
  })
  void aTimeTellsItsUnit(long number, String time) throws Exception {
    assertThat(read(",\"updated_at\":" + number).audit().updatedAt())
        .hasValueSatisfying(read -> assertThat(read).hasToString(time));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"soon\"",
        "-1",
        "0",
        "1e400",
        "1.5",
        "null",
        "{}",
        "[1]",
        "99999999999999999999"
      })
  void anOddTimeSpoilsNothing(String time) throws Exception {
    User user = read(",\"created_at\":%s,\"created_by\":\"admin\"".formatted(time));

    assertThat(user.audit()).isEqualTo(AuditDetails.none().withCreated(null, "admin"));
    assertThat(user.fields().fields()).isEmpty();
  }

  @Test
  void anIdIsTheSameInUpperAndLowerCase() throws Exception {
    SERVICE.respondsWith(
        okJson(
            EntrySamples.USER_RESPONSE.replace(
                Samples.USER.value(), Samples.USER.value().toUpperCase(Locale.ROOT))));

    assertThat(WireOperation.GET_USER.call(SERVICE.driver(), new OneAttempt())).isNotNull();
  }

  static Stream<Arguments> contradictions() {
    Map<WireOperation, List<String>> bodies =
        Map.of(
            WireOperation.GET_USER, entries(EntrySamples.USER_RESPONSE, Samples.USER.value()),
            WireOperation.GET_GROUP, entries(EntrySamples.GROUP_RESPONSE, Samples.GROUP.value()),
            WireOperation.LIST_USERS, listings("users", EntrySamples.USER_RESPONSE),
            WireOperation.LIST_GROUPS, listings("groups", EntrySamples.GROUP_RESPONSE),
            WireOperation.CREATE_USER, ids("user_id"),
            WireOperation.FIND_USER, ids("user_id"),
            WireOperation.CREATE_GROUP, ids("group_id"),
            WireOperation.FIND_GROUP, ids("group_id"));
    return bodies.entrySet().stream()
        .flatMap(each -> each.getValue().stream().map(body -> Arguments.of(each.getKey(), body)));
  }

  private static List<String> entries(String good, String id) {
    return List.of(
        good.replace(id, OTHER),
        good.replace("d-1234567890", "d-0000000000"),
        good.replaceFirst("\\{", "{\"display_name\":\"x\","),
        good.replaceFirst("\\{", "{\"future\":1,\"future\":1,"),
        good.replaceFirst("\\{", "{\"future\":{\"a\":1,\"a\":1},"),
        good.replaceFirst("\"display_name\":\"[^\"]*\"", "\"display_name\":7"),
        good.replaceFirst("\"external_ids\":", "\"external_ids\":[7],\"x\":"),
        good.replaceFirst("\"external_ids\":", "\"external_ids\":{},\"x\":"),
        good.replace("\"" + id + "\"", "7"),
        good.replace("\"" + id + "\"", "\"\""),
        good.replace("\"" + id + "\"", "\"a\\u0000b\""));
  }

  private static List<String> listings(String name, String row) {
    String page = EntrySamples.page(name, "%s");
    return List.of(
        page.formatted(row).replace("d-1234567890", "d-0000000000"),
        page.formatted("null"),
        page.formatted("[]"),
        page.formatted("{\"display_name\":\"no id\"}"),
        page.formatted(row).replace("\"bmV4dA==\"", "7"),
        page.formatted(row).replaceFirst("\\{", "{\"%s\":[],".formatted(name)),
        page.formatted(row).replaceFirst("\\{", "{\"page_info\":{},"),
        "{\"%s\":null}".formatted(name),
        "{\"%s\":{}}".formatted(name),
        "{\"page_info\":{}}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"groups\":[{\"group_id\":\"another\"}]}",
        "{\"groups\":[{\"display_name\":\"no id\"}]}",
        "{\"groups\":[null]}",
        "{\"groups\":null}",
        "{\"users\":[]}",
        "{}"
      })
  void aQuerySaysSomethingOnlyOfWhatWasAsked(String body) {
    SERVICE.respondsWith(okJson(body));

    assertThat(Failing.describedCall(SERVICE.driver(), WireOperation.QUERY_GROUPS).code())
        .isEqualTo(ErrorCode.INVALID_RESPONSE);
  }

  private static List<String> ids(String name) {
    return List.of(
        "{\"%s\":\"a\",\"%s\":\"a\"}".formatted(name, name),
        "{\"%s\":\"a\",\"identity_store_id\":\"d-0000000000\"}".formatted(name),
        "{\"%s\":\"a\",\"identity_store_id\":7}".formatted(name),
        "{\"%s\":null}".formatted(name),
        "{\"%s\":\"\"}".formatted(name),
        "{\"%s\":[\"a\"]}".formatted(name),
        "{\"membership_id\":\"a\"}");
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void aContradictionIsAnInvalidResponse(WireOperation operation, String body) {
    SERVICE.respondsWith(okJson(body));

    ErrorDescription described = Failing.describedCall(SERVICE.driver(), operation);

    assertThat(described.code()).as(body).isEqualTo(ErrorCode.INVALID_RESPONSE);
    assertThat(described.reach()).isEqualTo(Reach.MAYBE_APPLIED);
    assertThat(SERVICE.requests()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"emails\":\"jane\"",
        "\"emails\":[7]",
        "\"emails\":[null]",
        "\"emails\":[{\"value\":7}]",
        "\"emails\":[{\"value\":\"a\",\"primary\":\"yes\"}]",
        "\"name\":\"Jane\"",
        "\"name\":{\"given_name\":7}",
        "\"addresses\":[{\"country\":{}}]",
        "\"user_name\":[\"jdoe\"]",
        "\"enabled\":\"true\"",
        "\"created_by\":7"
      })
  void aFieldOfAnotherTypeIsAnInvalidResponse(String field) {
    SERVICE.respondsWith(okJson("{\"user_id\":\"%s\",%s}".formatted(Samples.USER, field)));

    assertThat(Failing.describedCall(SERVICE.driver(), WireOperation.GET_USER).code())
        .isEqualTo(ErrorCode.INVALID_RESPONSE);
  }

  /** The parser's own words would quote it. */
  @Test
  void whatIsNoJsonIsNotQuoted() {
    SERVICE.respondsWith(
        aResponse().withStatus(201).withBody("{\"user_id\":\"x\",\"password\":hunter2}"));

    Throwable failure = Failing.call(SERVICE.driver(), WireOperation.CREATE_USER);

    for (Throwable each = failure; each != null; each = each.getCause()) {
      assertThat(String.valueOf(each.getMessage())).doesNotContain("hunter2");
    }
    assertThat(failure).hasMessageContaining("not well-formed JSON at byte ");
  }
}
