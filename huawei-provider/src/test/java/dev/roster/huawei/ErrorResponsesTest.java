package dev.roster.huawei;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.huawei.internal.http.BodyReader;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.PageRequest;
import dev.roster.spi.Reach;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each documented error response means, for every operation, each after one request. */
class ErrorResponsesTest {

  @RegisterExtension static final FakeService SERVICE = new FakeService();

  private static String body(String code) {
    return "{\"error_code\":\"%s\",\"error_msg\":\"made up\",\"request_id\":\"fake-body-id\"}"
        .formatted(code);
  }

  static Stream<Arguments> sameForEveryOperation() {
    return Stream.concat(refusals(), unfinished())
        .flatMap(
            row ->
                Stream.of(WireOperation.values())
                    .map(operation -> Arguments.arguments(with(operation, row.get()))));
  }

  private static Stream<Arguments> refusals() {
    return Stream.of(
        arguments(400, "IIC.400", ErrorCode.INVALID_ARGUMENT, Reach.REFUSED),
        arguments(400, "IdentityCenter.1210", ErrorCode.INVALID_ARGUMENT, Reach.REFUSED),
        arguments(400, "APIGW.0106", ErrorCode.INVALID_ARGUMENT, Reach.REFUSED),
        arguments(401, "APIGW.0301", ErrorCode.UNAUTHENTICATED, Reach.REFUSED),
        arguments(401, "APIG.0301", ErrorCode.UNAUTHENTICATED, Reach.REFUSED),
        arguments(403, "IIC.1000", ErrorCode.ACCESS_DENIED, Reach.REFUSED),
        arguments(403, "IdentityCenter.1001", ErrorCode.ACCESS_DENIED, Reach.REFUSED),
        arguments(403, "IIC.1003", ErrorCode.ACCESS_DENIED, Reach.REFUSED),
        arguments(404, "IIC.404", ErrorCode.NOT_FOUND, Reach.REFUSED),
        arguments(404, "IdentityCenter.404", ErrorCode.NOT_FOUND, Reach.REFUSED),
        arguments(404, "IIC.400", ErrorCode.NOT_FOUND, Reach.REFUSED),
        arguments(404, "IIC.1002", ErrorCode.NOT_FOUND, Reach.REFUSED),
        arguments(404, "APIGW.0101", ErrorCode.WRONG_ENDPOINT, Reach.REFUSED),
        arguments(404, "APIG.0103", ErrorCode.WRONG_ENDPOINT, Reach.REFUSED),
        arguments(409, "IIC.1006", ErrorCode.CONCURRENT_MODIFICATION, Reach.REFUSED),
        arguments(409, "IdentityCenter.1006", ErrorCode.CONCURRENT_MODIFICATION, Reach.REFUSED),
        arguments(409, "IIC.1007", ErrorCode.CONFLICT, Reach.REFUSED),
        arguments(409, "IIC.1899", ErrorCode.CONFLICT, Reach.REFUSED),
        arguments(413, "APIGW.0201", ErrorCode.INVALID_ARGUMENT, Reach.REFUSED),
        arguments(418, "IIC.9999", ErrorCode.UNKNOWN, Reach.REFUSED),
        arguments(429, "APIGW.0308", ErrorCode.THROTTLED, Reach.REFUSED),
        arguments(429, "APIG.0308", ErrorCode.THROTTLED, Reach.REFUSED),
        arguments(501, "IIC.1501", ErrorCode.UNSUPPORTED, Reach.REFUSED));
  }

  /** After these, a write may have been applied. */
  private static Stream<Arguments> unfinished() {
    return Stream.of(
        arguments(405, "", ErrorCode.WRONG_ENDPOINT, Reach.MAYBE_APPLIED),
        arguments(407, "", ErrorCode.WRONG_ENDPOINT, Reach.MAYBE_APPLIED),
        arguments(408, "", ErrorCode.TIMEOUT, Reach.MAYBE_APPLIED),
        arguments(409, "", ErrorCode.INVALID_RESPONSE, Reach.MAYBE_APPLIED),
        arguments(421, "", ErrorCode.WRONG_ENDPOINT, Reach.MAYBE_APPLIED),
        arguments(500, "IIC.1209", ErrorCode.UNAVAILABLE, Reach.MAYBE_APPLIED),
        arguments(501, "", ErrorCode.UNAVAILABLE, Reach.MAYBE_APPLIED),
        arguments(502, "", ErrorCode.UNAVAILABLE, Reach.MAYBE_APPLIED),
        arguments(503, "", ErrorCode.UNAVAILABLE, Reach.MAYBE_APPLIED),
        arguments(504, "", ErrorCode.UNAVAILABLE, Reach.MAYBE_APPLIED));
  }

  private static @Nullable Object[] with(WireOperation operation, @Nullable Object[] row) {
    @Nullable Object[] whole = new @Nullable Object[row.length + 1];
    whole[0] = operation;
    System.arraycopy(row, 0, whole, 1, row.length);
    return whole;
  }

  @ParameterizedTest
  @MethodSource("sameForEveryOperation")
  void aDocumentedErrorHasItsCode(
      WireOperation operation, int status, String code, ErrorCode expected, Reach reach) {
    SERVICE.respondsWith(aResponse().withStatus(status).withBody(code.isEmpty() ? "" : body(code)));

    ErrorDescription described = Failing.describedCall(SERVICE.driver(), operation);

    boolean isParameter = status == 400 && !code.startsWith("APIG");
    assertThat(described.code()).isEqualTo(isParameter ? operation.meaningOf400() : expected);
    assertThat(described.reach()).isEqualTo(reach);
    assertThat(described.providerCode()).isEqualTo(Optional.of(code).filter(c -> !c.isEmpty()));
    assertThat(SERVICE.requests()).hasSize(1);
  }

  @Test
  void aRefusedSignatureIsExplainedInWordsOfOurOwn() {
    SERVICE.respondsWith(aResponse().withStatus(401).withBody(body("APIGW.0301")));

    assertThat(Failing.describedCall(SERVICE.driver(), WireOperation.FIND).message())
        .hasValueSatisfying(
            words ->
                assertThat(words).contains("access key", "secret key").doesNotContain("made up"));
  }

  /** The reference knows no number for it; a thousand other things can be in conflict. */
  @ParameterizedTest
  @EnumSource
  void noNumberOfAConflictMeansAlreadyMember(WireOperation operation) {
    for (String number : List.of("1007", "1204", "1899", "1999", "409", "0")) {
      SERVICE.respondsWith(aResponse().withStatus(409).withBody(body("IIC." + number)));

      ErrorDescription described = Failing.describedCall(SERVICE.driver(), operation);

      assertThat(described.code()).as(number).isEqualTo(ErrorCode.CONFLICT);
      assertThat(described.reach()).as(number).isEqualTo(Reach.REFUSED);
      assertThat(described.message()).contains("status 409: made up");
    }
  }

  /** What a proxy or a gateway of another says is not said by the service. */
  @ParameterizedTest
  @EnumSource
  void aRefusalThatIsNotTheServicesOwnMayStandInPlaceOfAnything(WireOperation operation) {
    for (String page :
        List.of("<html>no</html>", "{}", "[]", "null", "{\"message\":\"no route\"}")) {
      for (int status : List.of(400, 401, 403, 409, 413, 418, 429)) {
        SERVICE.respondsWith(aResponse().withStatus(status).withBody(page));

        ErrorDescription described = Failing.describedCall(SERVICE.driver(), operation);

        assertThat(described.code())
            .as("%d %s", status, page)
            .isEqualTo(status == 429 ? ErrorCode.THROTTLED : ErrorCode.INVALID_RESPONSE);
        assertThat(described.reach()).as(page).isEqualTo(Reach.MAYBE_APPLIED);
        assertThat(described.message())
            .hasValueSatisfying(words -> assertThat(words).contains("status " + status));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"300", "301", "302", "303", "307", "308"})
  void redirectsAreRefusedAndNotFollowed(int status) {
    SERVICE.respondsWith(
        aResponse().withStatus(status).withHeader("Location", SERVICE.endpoint() + "/elsewhere"));

    for (WireOperation operation : WireOperation.values()) {
      assertThat(Failing.describedCall(SERVICE.driver(), operation).code())
          .isEqualTo(ErrorCode.WRONG_ENDPOINT);
    }
    assertThat(SERVICE.requests()).hasSize(WireOperation.values().length);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"<html>nothing here</html>", "", "{}", "[]", "null", "{\"message\":\"no route\"}"})
  void a404ThatIsNotTheServicesOwnIsAWrongEndpointAndNotAMissingGroup(String body) {
    SERVICE.respondsWith(aResponse().withStatus(404).withBody(body));

    for (WireOperation operation : WireOperation.values()) {
      ErrorDescription described = Failing.describedCall(SERVICE.driver(), operation);
      assertThat(described.code()).isEqualTo(ErrorCode.WRONG_ENDPOINT);
      assertThat(described.reach()).isEqualTo(Reach.MAYBE_APPLIED);
    }
  }

  @Test
  void aRefusedMarkerIsAnInvalidPageTokenOnlyOnALaterPage() {
    SERVICE.respondsWith(
        aResponse()
            .withStatus(400)
            .withBody("{\"error_code\":\"IIC.400\",\"error_msg\":\"Invalid marker\"}"));

    assertThat(Failing.describedCall(SERVICE.driver(), WireOperation.LIST_FOR_MEMBER).code())
        .isEqualTo(ErrorCode.INVALID_PAGE_TOKEN);
    assertThat(Failing.describedCall(SERVICE.driver(), WireOperation.LIST).code())
        .isEqualTo(ErrorCode.INVALID_ARGUMENT);
  }

  @Test
  void theRequestIdIsTheHeadersElseTheBodys() {
    SERVICE.respondsWith(aResponse().withStatus(403).withBody(body("IIC.1000")));
    assertThat(Failing.describedCall(SERVICE.driver(), WireOperation.GET).requestId())
        .contains("fake-body-id");

    SERVICE.respondsWith(
        aResponse()
            .withStatus(403)
            .withHeader("X-Request-Id", "fake-header-id")
            .withBody(body("IIC.1000")));
    assertThat(Failing.describedCall(SERVICE.driver(), WireOperation.GET).requestId())
        .contains("fake-header-id");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          429 | 7                             |                               | PT7S
          503 | 7                             |                               | PT7S
          429 | 0                             |                               | PT0S
          429 | Fri, 02 Jan 2026 03:05:05 GMT |                               | PT1M
          429 | Fri, 02 Jan 2026 03:05:05 GMT | Fri, 02 Jan 2026 03:05:00 GMT | PT5S
          429 | Fri, 02 Jan 2026 03:00:00 GMT |                               | PT0S
          """)
  void retryAfterIsSecondsOrADate(int status, String header, String date, Duration expected) {
    var response = aResponse().withStatus(status).withHeader("Retry-After", header);
    SERVICE.respondsWith(date == null ? response : response.withHeader("Date", date));

    assertThat(Failing.describedCall(SERVICE.driver(), WireOperation.LIST).retryAfter())
        .contains(expected);
  }

  @ParameterizedTest
  @CsvSource({"soon", "-1", "99999999999999999999", "''", "1e400", "NaN", "Fri 99 Foo 2026"})
  void aRetryAfterThatMakesNoSenseIsIgnored(String header) {
    SERVICE.respondsWith(
        aResponse().withStatus(429).withHeader("Retry-After", header).withBody(body("APIG.0308")));

    ErrorDescription described = Failing.describedCall(SERVICE.driver(), WireOperation.LIST);

    assertThat(described.code()).isEqualTo(ErrorCode.THROTTLED);
    assertThat(described.retryAfter()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"soon\"", "-1", "1e999999", "[1]", "{}", "true", "null", "\"\""})
  void anOddWaitInTheBodyDoesNotHideTheThrottle(String wait) {
    SERVICE.respondsWith(
        aResponse()
            .withStatus(429)
            .withBody("{\"error_code\":\"APIG.0308\",\"retry_after_seconds\":%s}".formatted(wait)));

    ErrorDescription described = Failing.describedCall(SERVICE.driver(), WireOperation.LIST);

    assertThat(described.code()).isEqualTo(ErrorCode.THROTTLED);
    assertThat(described.reach()).isEqualTo(Reach.REFUSED);
    assertThat(described.retryAfter()).isEmpty();
  }

  @Test
  void retryAfterMayAlsoStandInTheBody() {
    SERVICE.respondsWith(
        aResponse()
            .withStatus(429)
            .withBody("{\"error_code\":\"APIG.0308\",\"retry_after_seconds\":1.5}"));

    assertThat(Failing.describedCall(SERVICE.driver(), WireOperation.LIST).retryAfter())
        .contains(Duration.ofMillis(1500));
  }

  @Test
  void theNativeErrorIsTheCauseAndHasStatusCodeAndRequest() {
    SERVICE.respondsWith(aResponse().withStatus(403).withBody(body("IIC.1000")));

    Throwable failure = Failing.call(SERVICE.driver(), WireOperation.GET);

    assertThat(failure)
        .cause()
        .isInstanceOfSatisfying(
            HuaweiServiceException.class,
            error -> {
              assertThat(error.status()).isEqualTo(403);
              assertThat(error.errorCode()).contains("IIC.1000");
              assertThat(error.requestId()).contains("fake-body-id");
            })
        .hasMessage("status 403, IIC.1000: made up (request fake-body-id)");
  }

  @Test
  void anEndlessErrorBodyIsReadUpToTheCapAndIsNotTheServices() {
    SERVICE.respondsWith(
        aResponse().withStatus(403).withBody("x".repeat(BodyReader.DOCUMENT_CAP * 3)));

    assertThat(Failing.describedCall(SERVICE.driver(), WireOperation.GET).code())
        .isEqualTo(ErrorCode.INVALID_RESPONSE);
  }

  @Test
  void longWordsOfTheServiceAreCut() {
    SERVICE.respondsWith(
        aResponse()
            .withStatus(403)
            .withBody(
                "{\"error_code\":\"C\",\"error_msg\":\"%s\"}".formatted("word\\n".repeat(1000))));

    assertThat(Failing.describedCall(SERVICE.driver(), WireOperation.GET).message())
        .hasValueSatisfying(
            words -> assertThat(words).hasSizeLessThan(600).doesNotContain("\n").endsWith("..."));
  }

  @Test
  void aPageRequestIsNotMistakenForAContinuation() throws Exception {
    SERVICE.respondsWith(
        aResponse().withStatus(400).withBody("{\"error_msg\":\"marker?\",\"code\":\"IIC.400\"}"));
    Throwable failure =
        catchThrowable(
            () ->
                SERVICE
                    .listing()
                    .listMemberships(
                        new GroupId("x&marker=1"), PageRequest.first(1), new OneAttempt()));

    assertThat(SERVICE.driver().describe(failure).code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
  }
}
