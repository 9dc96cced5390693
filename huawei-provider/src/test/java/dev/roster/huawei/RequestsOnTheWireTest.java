package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.roster.GroupId;
import dev.roster.MembershipId;
import dev.roster.UserId;
import dev.roster.huawei.WireOperation.Samples;
import dev.roster.huawei.internal.signing.CanonicalRequest;
import dev.roster.huawei.internal.signing.RequestSigner;
import dev.roster.huawei.internal.signing.RequestTarget;
import dev.roster.spi.ListsByGroup;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.PageRequest;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Each operation sends exactly this, once, signed over what arrives. */
class RequestsOnTheWireTest {

  private static final String TOKEN = "FAKE-SECURITY-TOKEN/abc+def==";

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  @ParameterizedTest
  @EnumSource
  void sendsExactlyThisRequest(WireOperation operation) throws Exception {
    SERVICE.respondsAsTheService(okJson(operation.goodResponse()));

    assertThat(operation.call(SERVICE.driver(), new OneAttempt())).isEqualTo(operation.result());

    LoggedRequest request = SERVICE.onlyRequest();
    assertThat(request.getMethod().getName()).isEqualTo(operation.method());
    assertThat(request.getUrl()).isEqualTo(operation.url());
    assertThat(request.getBodyAsString()).isEqualTo(operation.requestBody());
  }

  @ParameterizedTest
  @EnumSource
  void sendsExactlyTheseHeaders(WireOperation operation) throws Exception {
    SERVICE.respondsAsTheService(okJson(operation.goodResponse()));

    operation.call(SERVICE.driver(), new OneAttempt());

    LoggedRequest request = SERVICE.onlyRequest();
    Set<String> expected =
        new TreeSet<>(
            Set.of(
                "Accept-Encoding",
                "Authorization",
                "Connection",
                "Content-Type",
                "Host",
                "User-Agent",
                "X-Sdk-Date"));
    if (!operation.requestBody().isEmpty()) {
      expected.add("Content-Length");
    }
    assertThat(new TreeSet<>(request.getHeaders().keys())).isEqualTo(expected);
    assertThat(request.getHeader("Content-Type")).isEqualTo("application/json");
    assertThat(request.getHeader("X-Sdk-Date")).isEqualTo("20260102T030405Z");
    assertThat(request.getHeader("User-Agent")).matches("roster-huawei/\\d+\\.\\d+\\.\\d+.*");
    assertThat(request.getHeader("Host")).isEqualTo(SERVICE.endpoint().getAuthority());
  }

  @ParameterizedTest
  @EnumSource
  void signsWhatArrives(WireOperation operation) throws Exception {
    SERVICE.respondsAsTheService(okJson(operation.goodResponse()));

    operation.call(SERVICE.driver(), new OneAttempt());

    assertSigned(SERVICE.onlyRequest(), "host;x-sdk-date");
  }

  @ParameterizedTest
  @EnumSource
  void sendsAndSignsTokenAndProjectWhereThereAreSuch(WireOperation operation) throws Exception {
    SERVICE.respondsAsTheService(okJson(operation.goodResponse()));
    MembershipDriver driver =
        SERVICE.closedAfterwards(
            SERVICE
                .builder()
                .credentials(FakeService.KEYS.withSecurityToken(TOKEN))
                .projectId("0fakeproject01")
                .build());

    operation.call(driver, new OneAttempt());

    LoggedRequest request = SERVICE.onlyRequest();
    assertThat(request.getHeader("X-Security-Token")).isEqualTo(TOKEN);
    assertThat(request.getHeader("X-Project-Id")).isEqualTo("0fakeproject01");
    assertSigned(request, "host;x-project-id;x-sdk-date;x-security-token");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"a b", "a/b", "a?b#c", "..a", "100%", "%2F", "gröüp", "组", "😀", "a+b*~'\""})
  void anyIdIsOneEncodedSegmentOrValue(String id) throws Exception {
    SERVICE.respondsAsTheService(okJson("{\"group_memberships\":[]}"));
    MembershipDriver driver = SERVICE.driver();

    driver.deleteMembership(new MembershipId(id), new OneAttempt());
    WireOperation.LIST.call(driver, new OneAttempt());
    ((ListsByGroup) driver)
        .listMemberships(new GroupId(id), PageRequest.first(1), new OneAttempt());

    LoggedRequest delete = SERVICE.requests().get(0);
    String[] segments = URI.create(delete.getUrl()).getRawPath().split("/", -1);
    assertThat(segments).hasSize(6);
    assertThat(decode(segments[5])).isEqualTo(id);
    assertThat(SERVICE.requests().get(2).queryParameter("group_id").values()).containsExactly(id);
    SERVICE.requests().forEach(request -> assertSigned(request, "host;x-sdk-date"));
  }

  @Test
  void requestsInTurnHaveEachTheirOwnTimeAndAddress() throws Exception {
    TurnedClock clock = new TurnedClock(FakeService.NOW);
    MembershipDriver driver = SERVICE.closedAfterwards(SERVICE.builder().clock(clock).build());
    List<WireOperation> operations =
        List.of(
            WireOperation.CREATE,
            WireOperation.CREATE,
            WireOperation.LIST,
            WireOperation.DELETE,
            WireOperation.LIST,
            WireOperation.CREATE);
    List<String> dates = new ArrayList<>();
    for (int turn = 0; turn < operations.size(); turn++) {
      SERVICE.respondsAsTheService(okJson(operations.get(turn).goodResponse()));
      operations.get(turn).call(driver, new OneAttempt());
      dates.add(RequestSigner.date(clock.instant()));
      clock.turnBy(Duration.ofMillis(turn == 4 ? -2500 : 700));
    }
    List<LoggedRequest> requests = SERVICE.requests();
    assertThat(requests.stream().map(LoggedRequest::getUrl))
        .containsExactlyElementsOf(operations.stream().map(WireOperation::url).toList());
    assertThat(requests.stream().map(request -> request.getHeader("X-Sdk-Date")))
        .containsExactlyElementsOf(dates);
    requests.forEach(request -> assertSigned(request, "host;x-sdk-date"));
  }

  @Test
  void bodiesCarryAnyTextUnharmed() throws Exception {
    SERVICE.respondsWith(okJson(Samples.MEMBERSHIP_ID_RESPONSE));

    SERVICE
        .driver()
        .createMembership(new GroupId("\"gröüp\\😀"), new UserId("组"), new OneAttempt());

    LoggedRequest request = SERVICE.onlyRequest();
    assertThat(request.getBodyAsString())
        .isEqualTo("{\"group_id\":\"\\\"gröüp\\\\😀\",\"member_id\":{\"user_id\":\"组\"}}");
    assertSigned(request, "host;x-sdk-date");
  }

  @Test
  void tellsTheRequestIdOfTheResponse() throws Exception {
    SERVICE.respondsWith(
        okJson(Samples.MEMBERSHIP_RESPONSE).withHeader("X-Request-Id", "fake-request-1"));
    OneAttempt attempt = new OneAttempt();

    WireOperation.GET.call(SERVICE.driver(), attempt);

    assertThat(attempt.requestId()).isEqualTo("fake-request-1");
  }

  /** Computes the signature again from nothing but what arrived. */
  static void assertSigned(LoggedRequest request, String signedHeaders) {
    Map<String, String> headers = new LinkedHashMap<>();
    for (String name : signedHeaders.split(";", -1)) {
      headers.put(name, request.getHeader(name));
    }
    CanonicalRequest canonical =
        new CanonicalRequest(
            request.getMethod().getName(), target(request), headers, request.getBody());
    assertThat(request.getHeader("Authorization"))
        .isEqualTo(
            RequestSigner.authorization(
                canonical,
                request.getHeader("X-Sdk-Date"),
                FakeService.KEYS.accessKey(),
                FakeService.KEYS.secretKey()));
  }

  private static RequestTarget target(LoggedRequest request) {
    URI uri = URI.create(request.getUrl());
    List<String> segments = new ArrayList<>();
    for (String segment : uri.getRawPath().substring(1).split("/", -1)) {
      segments.add(decode(segment));
    }
    List<Map.Entry<String, String>> query = new ArrayList<>();
    request
        .getQueryParams()
        .forEach(
            (name, parameter) ->
                parameter.values().forEach(value -> query.add(Map.entry(name, value))));
    return RequestTarget.of(segments, query);
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded.replace("+", "%2B"), StandardCharsets.UTF_8);
  }
}
