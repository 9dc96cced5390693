package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.roster.GroupId;
import dev.roster.Operation;
import dev.roster.UserId;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What the official clients hide: exact bodies and headers, and requests they never send. */
class WireShapesTest {

  private static final String BASE = "/v1/identity-stores/d-1234567890";
  private static final String REQUEST_ID = "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

  private final Emulator emulator = Emulator.builder().withoutSignatures().start();
  private final PlainClient client = new PlainClient(emulator);
  private final GroupId group = emulator.store().addGroup();
  private final UserId user = emulator.store().addUser();

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void anAwsErrorHasTypeMessageRequestIdAndItsMembers() throws Exception {
    HttpResponse<String> response = client.list("d-1234567890", AwsSamples.ID);

    assertThat(response.headers().firstValue("Content-Type"))
        .contains("application/x-amz-json-1.1");
    assertThat(fields(response))
        .containsOnlyKeys("__type", "Message", "RequestId", "ResourceType", "ResourceId")
        .containsEntry("__type", "ResourceNotFoundException")
        .containsEntry("ResourceType", "GROUP")
        .containsEntry("ResourceId", AwsSamples.ID)
        .containsEntry("RequestId", response.headers().firstValue("x-amzn-RequestId").orElse(""));
    assertThat((String) fields(response).get("RequestId")).matches(REQUEST_ID);
  }

  @Test
  void aHuaweiErrorHasCodeMessageAndRequestId() throws Exception {
    HttpResponse<String> response = client.huawei("GET", BASE + "/group-memberships/none", "");

    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(response.headers().firstValue("Content-Type")).contains("application/json");
    assertThat(fields(response))
        .containsOnlyKeys("error_code", "error_msg", "request_id")
        .containsEntry("request_id", response.headers().firstValue("X-Request-Id").orElse(""));
  }

  @ParameterizedTest
  @CsvSource({"0,503,0", "30,503,30"})
  void aHuaweiServerErrorCanSayWhenToComeBack(int seconds, int status, String header)
      throws Exception {
    emulator
        .store()
        .faults()
        .on(Operation.GET_MEMBERSHIP)
        .next(Fault.fail(Duration.ofSeconds(seconds)));

    HttpResponse<String> response = client.huawei("GET", BASE + "/group-memberships/none", "");

    assertThat(response.statusCode()).isEqualTo(status);
    assertThat(response.headers().firstValue("Retry-After")).contains(header);
  }

  @Test
  void aThrottledHuaweiResponseHasNoRetryAfterUnlessAsked() throws Exception {
    emulator
        .store()
        .faults()
        .on(Operation.GET_MEMBERSHIP)
        .next(Fault.throttle(), Fault.throttle(Duration.ofSeconds(9)));

    assertThat(retryAfterOfNextResponse()).isEmpty();
    assertThat(retryAfterOfNextResponse()).containsExactly("9");
  }

  @Test
  void everyResponseHasADate() throws Exception {
    assertThat(client.list("d-1234567890", "none").headers().firstValue("Date"))
        .hasValueSatisfying(
            date ->
                assertThat(date)
                    .matches(
                        "[A-Z][a-z]{2}, \\d{2} [A-Z][a-z]{2} \\d{4} \\d{2}:\\d{2}:\\d{2} GMT"));
  }

  @Test
  void deletingResponsesWithoutABody() throws Exception {
    String first = emulator.store().createMembership(group, user).membershipId().value();
    HttpResponse<String> aws =
        client.aws(
            "DeleteGroupMembership",
            "{\"IdentityStoreId\":\"d-1234567890\",\"MembershipId\":\"%s\"}".formatted(first));
    String second = emulator.store().createMembership(group, user).membershipId().value();
    HttpResponse<String> huawei =
        client.huawei("DELETE", BASE + "/group-memberships/" + second, "");

    assertThat(aws.statusCode()).isEqualTo(200);
    assertThat(aws.body()).isEmpty();
    assertThat(huawei.statusCode()).isEqualTo(204);
    assertThat(huawei.body()).isEmpty();
    assertThat(emulator.store().membershipCount()).isZero();
  }

  @Test
  void theLastHuaweiPageHasANullMarkerAndCountsItsItems() throws Exception {
    emulator.store().createMembership(group, user);

    HttpResponse<String> response =
        client.huawei("GET", BASE + "/group-memberships?group_id=" + group.value(), "");

    assertThat(response.body())
        .contains("\"page_info\":{\"next_marker\":null,\"current_count\":1}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "not json", "[]", "null", "{"})
  void anAwsBodyThatIsNoJsonObjectCannotBeRead(String body) throws Exception {
    HttpResponse<String> response = client.aws("CreateGroupMembership", body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(fields(response)).containsEntry("__type", "SerializationException");
    assertThat(emulator.store().requests().total()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "POST;/v1/identity-stores/d-1234567890/group-memberships;not json",
        "POST;/v1/identity-stores/d-1234567890/group-memberships;{}",
        "POST;/v1/identity-stores/too-short/group-memberships;{}",
        "POST;/v1/identity-stores/d-1234567890/is-member-in-groups;"
            + "{'group_ids':[],'member_id':{'user_id':'u'}}",
        "GET;/v1/identity-stores/d-1234567890/group-memberships;''",
        "GET;/v1/identity-stores/d-1234567890/group-memberships?group_id=g&limit=0;''",
        "GET;/v1/identity-stores/d-1234567890/group-memberships?group_id=g&limit=101;''",
        "GET;/v1/identity-stores/d-1234567890/group-memberships?group_id=g&limit=x;''",
        "GET;/v1/identity-stores/d-1234567890/group-memberships?group_id=g&marker=short;''",
        "GET;/v1/identity-stores/d-1234567890/group-memberships/"
            + "12345678901234567890123456789012345678901234567890123456789012345;''"
      })
  void aHuaweiRequestThatBreaksARuleIsInvalid(String method, String target, String body)
      throws Exception {
    HttpResponse<String> response = client.huawei(method, target, body.replace('\'', '"'));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(fields(response)).containsEntry("error_code", "IIC.400");
    assertThat(emulator.store().requests().total()).isZero();
  }

  @Test
  void anUnknownOperationIsToldApartFromAMissingResource() throws Exception {
    assertThat(fields(client.aws("MakeCoffee", "{}")))
        .containsEntry("__type", "UnknownOperationException");
    HttpResponse<String> huawei = client.huawei("GET", "/v1/elsewhere", "");
    assertThat(huawei.statusCode()).isEqualTo(404);
    assertThat(fields(huawei)).containsEntry("error_code", "APIGW.0101");
    assertThat(emulator.requestCount()).isEqualTo(2);
    assertThat(emulator.journal())
        .extracting(JournalEntry::protocol, JournalEntry::operation, JournalEntry::status)
        .containsExactly(
            tuple(Protocol.AWS, JournalEntry.UNKNOWN_OPERATION, 400),
            tuple(Protocol.HUAWEI, JournalEntry.UNKNOWN_OPERATION, 404));
  }

  @ParameterizedTest
  @CsvSource({"GET,/__admin/mappings", "POST,/__admin/shutdown", "GET,/", "PUT,/"})
  void nothingButTheTwoProtocolsIsServed(String method, String target) throws Exception {
    HttpResponse<String> response = client.huawei(method, target, "");

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(fields(response)).containsEntry("__type", "UnknownOperationException");
  }

  @Test
  void aRepeatedTokenIsTheOneThatWasAskedWith() throws Exception {
    twoMemberships();
    spoilPages(FaultKind.PAGE_TOKEN_REPEATED);
    String marker = marker(page(""));

    assertThat(marker(page(marker))).isEqualTo(marker);
  }

  @Test
  void pageTokensCanGoRoundInACircle() throws Exception {
    twoMemberships();
    String first = marker(page(""));
    spoilPages(FaultKind.PAGE_TOKENS_LOOPED);

    assertThat(marker(page(first))).isEqualTo(first);
  }

  @Test
  void anEmptyPageLeadsToTheBeginningOfTheListing() throws Exception {
    twoMemberships();
    emulator.store().faults().onAnyOperation().next(Fault.of(FaultKind.PAGE_EMPTY));
    HttpResponse<String> empty = page("");

    assertThat(empty.body()).contains("\"group_memberships\":[]");
    assertThat(page(marker(empty)).body()).contains(user.value());
  }

  private void twoMemberships() {
    emulator.store().createMembership(group, user);
    emulator.store().createMembership(group, emulator.store().addUser());
  }

  private void spoilPages(FaultKind kind) {
    emulator.store().faults().on(Operation.LIST_MEMBERSHIPS).always(Fault.of(kind));
  }

  private HttpResponse<String> page(String marker) throws Exception {
    String query = "?limit=1&group_id=" + group.value();
    String after =
        marker.isEmpty() ? "" : "&marker=" + URLEncoder.encode(marker, StandardCharsets.UTF_8);
    return client.huawei("GET", BASE + "/group-memberships" + query + after, "");
  }

  @Test
  void aCheckCanLackTheLastGroup() throws Exception {
    String other = emulator.store().addGroup().value();
    emulator.store().faults().onAnyOperation().next(Fault.of(FaultKind.GROUP_LEFT_OUT));
    String body =
        "{\"IdentityStoreId\":\"d-1234567890\",\"MemberId\":{\"UserId\":\"%s\"},\"GroupIds\":[\"%s\",\"%s\"]}"
            .formatted(user.value(), group.value(), other);

    HttpResponse<String> response = client.aws("IsMemberInGroups", body);

    assertThat(response.body()).contains(group.value()).doesNotContain(other);
  }

  private static String marker(HttpResponse<String> response) {
    return JsonMapper.builder()
        .build()
        .readTree(response.body())
        .get("page_info")
        .get("next_marker")
        .stringValue();
  }

  private List<String> retryAfterOfNextResponse() throws Exception {
    HttpResponse<String> response = client.huawei("GET", BASE + "/group-memberships/none", "");
    assertThat(response.statusCode()).isEqualTo(429);
    return response.headers().allValues("Retry-After");
  }

  private static Map<String, Object> fields(HttpResponse<String> response) {
    return JsonMapper.builder().build().readValue(response.body(), new TypeReference<>() {});
  }
}
