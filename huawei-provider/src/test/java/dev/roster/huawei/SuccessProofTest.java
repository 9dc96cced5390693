package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ErrorCode;
import dev.roster.huawei.WireOperation.Samples;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A success counts only where it proves itself: complete, whole, and without contradiction. */
class SuccessProofTest {

  private static final String OTHER = "00000000-dddd-4ddd-8ddd-00000000000d";

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  private static void assertBad(ErrorDescription described, String what) {
    assertThat(described.code()).as(what).isEqualTo(ErrorCode.INVALID_RESPONSE);
    assertThat(described.reach()).as(what).isEqualTo(Reach.MAYBE_APPLIED);
    assertThat(described.message()).as(what).isPresent();
  }

  @ParameterizedTest
  @EnumSource
  void aBodyThatIsNotOneWholeObjectProvesNothing(WireOperation operation) {
    String good = operation.goodResponse().isEmpty() ? "{}" : operation.goodResponse();
    for (String body :
        List.of(
            "{cut",
            "no healthy upstream",
            "null",
            "[null]",
            "[]",
            "[" + good + "]",
            "\"ok\"",
            "true",
            "<html></html>",
            good + "x",
            good + good,
            good + "]",
            good.strip().substring(0, good.strip().length() - 1))) {
      SERVICE.respondsWith(aResponse().withStatus(200).withBody(body));

      assertBad(Failing.describedCall(SERVICE.driver(), operation), body);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = Samples.WITHOUT_CONTENT)
  void aDeleteOrUpdateSucceedsWithNothingOrOneWholeObject(WireOperation operation)
      throws Exception {
    for (String body : List.of("", "{}", " {}\r\n", "{\"request_id\":\"fake\"}")) {
      for (int status : List.of(200, 201, 202, 204)) {
        SERVICE.respondsAsTheService(
            aResponse().withStatus(status).withBody(status == 204 ? "" : body));

        assertThat(operation.call(SERVICE.driver(), new OneAttempt())).isNotNull();
      }
    }
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = Samples.WITHOUT_CONTENT)
  void aDeleteOrUpdateWithoutARequestIdDoesNotSucceed(WireOperation operation) {
    for (int status : List.of(200, 202, 204)) {
      SERVICE.respondsWith(aResponse().withStatus(status));

      assertBad(Failing.describedCall(SERVICE.driver(), operation), "no request id");
    }
  }

  /** Without a length, the end of the connection is all that tells the end of the body. */
  @ParameterizedTest
  @ValueSource(strings = {"", "{", "{}x", "Content-Length: 2"})
  void aDeleteWhoseBodyWasCutDoesNotSucceed(String rest) throws IOException {
    String body = rest.startsWith("Content") ? rest + "\r\n\r\n{" : "\r\n" + rest;
    try (RawService service = new RawService("HTTP/1.1 200 OK\r\n" + body)) {
      MembershipDriver driver =
          SERVICE.closedAfterwards(SERVICE.builder().endpoint(service.endpoint()).build());

      assertBad(Failing.describedCall(driver, WireOperation.DELETE), rest);
      assertBad(Failing.describedCall(driver, WireOperation.UPDATE_USER), rest);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: upgrade\r\n\r\n",
        "HTTP/1.1 099 What\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 20\r\n\r\n",
        "HTTP/1.1 2",
        "HTTP/1.1 200 OK\r\nX-Req",
        "HTTP/1.1 100 Continue\r\n\r\n"
      })
  void aStatusBelow200OrCutShortProvesNothing(String response) throws IOException {
    try (RawService service = new RawService(response)) {
      MembershipDriver driver =
          SERVICE.closedAfterwards(SERVICE.builder().endpoint(service.endpoint()).build());

      for (WireOperation operation : WireOperation.values()) {
        ErrorDescription described = Failing.describedCall(driver, operation);

        assertThat(described.code()).isIn(ErrorCode.INVALID_RESPONSE, ErrorCode.UNAVAILABLE);
        assertThat(described.reach()).isEqualTo(Reach.MAYBE_APPLIED);
      }
    }
  }

  static Stream<Arguments> contradictions() {
    Map<WireOperation, List<String>> bodies =
        Map.of(
            WireOperation.CREATE,
            created(),
            WireOperation.FIND,
            List.of(
                ids("\"membership_id\":\"a\",\"membership_id\":\"b\""),
                ids("\"membership_id\":\"a\",\"identity_store_id\":\"d-0000000000\""),
                ids("\"membership_id\":\"a\",\"group_id\":\"" + OTHER + "\""),
                ids("\"membership_id\":\"a\",\"member_id\":{\"user_id\":\"" + OTHER + "\"}")),
            WireOperation.GET,
            List.of(
                Samples.MEMBERSHIP_RESPONSE.replace(Samples.ID.value(), OTHER),
                Samples.MEMBERSHIP_RESPONSE.replace("d-1234567890", "d-0000000000"),
                Samples.MEMBERSHIP_RESPONSE.replace(
                    "\"group_id\"", "\"group_id\":\"x\",\"group_id\""),
                Samples.MEMBERSHIP_RESPONSE.replace("\"user_id\"", "\"user_id\":\"x\",\"user_id\""),
                Samples.MEMBERSHIP_RESPONSE.replace(
                    "\"member_id\"", "\"member_id\":{},\"member_id\"")),
            WireOperation.LIST,
            listings(Samples.GROUP.value()),
            WireOperation.LIST_FOR_MEMBER,
            listings(Samples.USER.value()),
            WireOperation.CHECK,
            verdicts());
    return bodies.entrySet().stream()
        .flatMap(each -> each.getValue().stream().map(body -> Arguments.of(each.getKey(), body)));
  }

  private static List<String> created() {
    return List.of(
        ids("\"membership_id\":\"a\",\"membership_id\":\"b\""),
        ids("\"membership_id\":null,\"membership_id\":\"b\""),
        ids("\"membership_id\":\"a\",\"identity_store_id\":\"d-0000000000\""),
        ids("\"membership_id\":\"a\",\"identity_store_id\":7"),
        ids("\"membership_id\":\"a\",\"group_id\":\"" + OTHER + "\""),
        ids("\"membership_id\":\"a\",\"member_id\":{\"user_id\":\"" + OTHER + "\"}"),
        ids("\"membership_id\":\"a\",\"member_id\":\"" + Samples.USER + "\""));
  }

  private static String ids(String fields) {
    return "{" + fields + "}";
  }

  private static List<String> listings(String asked) {
    String row = Samples.MEMBERSHIP_RESPONSE;
    return List.of(
        "{\"group_memberships\":[%s],\"group_memberships\":[]}".formatted(row),
        "{\"group_memberships\":[],\"page_info\":{\"next_marker\":7}}",
        "{\"group_memberships\":[],\"page_info\":{\"next_marker\":[\"m\"]}}",
        "{\"group_memberships\":[],\"page_info\":{\"next_marker\":\"m\",\"next_marker\":null}}",
        "{\"group_memberships\":[],\"page_info\":{\"next_marker\":\"m\"},\"page_info\":{}}",
        "{\"group_memberships\":[],\"page_info\":[]}",
        "{\"group_memberships\":[],\"page_info\":\"m\"}",
        "{\"group_memberships\":null}",
        "{\"group_memberships\":{}}",
        "{\"group_memberships\":[null]}",
        "{\"group_memberships\":[[]]}",
        "{\"group_memberships\":[%s]}".formatted(row.replace(asked, OTHER)),
        "{\"group_memberships\":[%s]}".formatted(row.replace("d-1234567890", "d-0000000000")));
  }

  private static List<String> verdicts() {
    String yes = verdict(Samples.GROUP.value(), Samples.USER.value(), "true");
    String no = verdict(Samples.OTHER_GROUP.value(), Samples.USER.value(), "false");
    return List.of(
        results(yes, no, yes.replace("true", "false")),
        results(yes, no, verdict(OTHER, Samples.USER.value(), "false")),
        results(yes, verdict(Samples.OTHER_GROUP.value(), OTHER, "true")),
        results(yes, no.replace("false", "\"yes\"")),
        results(yes, no.replace("false", "\"true\"")),
        results(yes, no.replace("false", "1")),
        results(yes, no.replace("false", "null")),
        results(yes, no.replace("\"membership_exists\":false", "\"x\":1")),
        results(yes, no.replace("\"group_id\"", "\"x\"")),
        results(yes, no, "null"),
        results(yes, no, "7"),
        results(yes, no.replace("}", ",\"membership_exists\":true}")),
        "{\"results\":null}",
        "{\"results\":{}}",
        "{\"results\":[],\"results\":[%s,%s]}".formatted(yes, no));
  }

  private static String verdict(String group, String user, String exists) {
    return "{\"member_id\":{\"user_id\":\"%s\"},\"group_id\":\"%s\",\"membership_exists\":%s}"
        .formatted(user, group, exists);
  }

  private static String results(String... rows) {
    return "{\"results\":[" + String.join(",", rows) + "]}";
  }

  @ParameterizedTest
  @MethodSource("contradictions")
  void aContradictionIsABadResponse(WireOperation operation, String body) {
    SERVICE.respondsWith(okJson(body));

    assertBad(Failing.describedCall(SERVICE.driver(), operation), body);
    assertThat(SERVICE.requests()).hasSize(1);
  }

  /** An id that differs by case alone is the same id. */
  @Test
  void idsAreTheSameInUpperAndLowerCase() throws Exception {
    SERVICE.respondsWith(
        okJson(
            WireOperation.CHECK
                .goodResponse()
                .toUpperCase(java.util.Locale.ROOT)
                .replace("RESULTS", "results")
                .replace("GROUP_ID", "group_id")
                .replace("MEMBER_ID", "member_id")
                .replace("USER_ID", "user_id")
                .replace("MEMBERSHIP_EXISTS", "membership_exists")
                .replace("TRUE", "true")
                .replace("FALSE", "false")));

    assertThat(WireOperation.CHECK.call(SERVICE.driver(), new OneAttempt()))
        .isEqualTo(WireOperation.CHECK.result());
  }

  /** Memberships have no dates on this service, so that an odd one spoils nothing. */
  @ParameterizedTest
  @ValueSource(strings = {"\"soon\"", "-1", "1e400", "null", "{}", "99999999999999999999"})
  void anOddDateIsDroppedWithItsField(String date) throws Exception {
    SERVICE.respondsWith(
        okJson(Samples.MEMBERSHIP_RESPONSE.replaceFirst("\\{", "{\"created_at\":" + date + ",")));

    assertThat(WireOperation.GET.call(SERVICE.driver(), new OneAttempt()))
        .isEqualTo(Samples.MEMBERSHIP);
  }
}
