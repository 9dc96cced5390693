package dev.roster.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.roster.aws.IdentityStoreServer.error;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Json;
import dev.roster.ErrorCode;
import dev.roster.Resource;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import wiremock.com.fasterxml.jackson.databind.JsonNode;

/** What every documented error of every operation, and what stands in front of it, means. */
class ErrorResponseTest {

  private static final Map<String, ErrorCode> MEANINGS =
      Map.ofEntries(
          Map.entry("AccessDeniedException", ErrorCode.ACCESS_DENIED),
          Map.entry("AccessDeniedException/KMS_ACCESS_DENIED", ErrorCode.ACCESS_DENIED),
          Map.entry("ConflictException", ErrorCode.CONFLICT),
          Map.entry("ConflictException/UNIQUENESS_CONSTRAINT_VIOLATION", ErrorCode.ALREADY_MEMBER),
          Map.entry("ConflictException/CONCURRENT_MODIFICATION", ErrorCode.CONCURRENT_MODIFICATION),
          Map.entry("InternalServerException", ErrorCode.UNAVAILABLE),
          Map.entry("ResourceNotFoundException", ErrorCode.NOT_FOUND),
          Map.entry("ResourceNotFoundException/KMS_KEY_NOT_FOUND", ErrorCode.NOT_FOUND),
          Map.entry("ServiceQuotaExceededException", ErrorCode.QUOTA_EXCEEDED),
          Map.entry("ThrottlingException", ErrorCode.THROTTLED),
          Map.entry("ThrottlingException/KMS_THROTTLING", ErrorCode.THROTTLED),
          Map.entry("ValidationException", ErrorCode.INVALID_ARGUMENT),
          Map.entry("ValidationException/KMS_INVALID_ARN", ErrorCode.INVALID_ARGUMENT),
          Map.entry("ValidationException/KMS_INVALID_KEY_USAGE", ErrorCode.INVALID_ARGUMENT),
          Map.entry("ValidationException/KMS_INVALID_STATE", ErrorCode.INVALID_ARGUMENT),
          Map.entry("ValidationException/KMS_DISABLED", ErrorCode.INVALID_ARGUMENT));

  @RegisterExtension static final IdentityStoreServer SERVER = new IdentityStoreServer();

  @ParameterizedTest(name = "{0}: {1} {2}")
  @MethodSource("documentedErrors")
  void everyDocumentedErrorHasItsMeaning(
      OperationCase operation, String code, String reason, int status) {
    String members = reason.isEmpty() ? "" : ",\"Reason\":\"" + reason + "\"";
    ErrorDescription description =
        describe(operation, error(status, code, ",\"Message\":\"some words\"" + members));
    String key = reason.isEmpty() ? code : code + "/" + reason;
    assertThat(description.code()).isEqualTo(Objects.requireNonNull(MEANINGS.get(key), key));
    assertThat(description.reach()).isEqualTo(status == 500 ? Reach.MAYBE_APPLIED : Reach.REFUSED);
    assertThat(description.providerCode()).contains(code);
    assertThat(description.requestId()).contains(IdentityStoreServer.REQUEST_ID);
    assertThat(description.message()).get().asString().contains("some words").contains(reason);
  }

  @ParameterizedTest
  @CsvSource({
    "400, ExpiredTokenException, UNAUTHENTICATED, REFUSED",
    "400, IncompleteSignature, UNAUTHENTICATED, REFUSED",
    "400, InvalidSignatureException, UNAUTHENTICATED, REFUSED",
    "403, MissingAuthenticationToken, UNAUTHENTICATED, REFUSED",
    "400, UnrecognizedClientException, UNAUTHENTICATED, REFUSED",
    "403, OptInRequired, ACCESS_DENIED, REFUSED",
    "400, NotAuthorized, ACCESS_DENIED, REFUSED",
    "400, AccessDenied, ACCESS_DENIED, REFUSED",
    "400, ValidationError, INVALID_ARGUMENT, REFUSED",
    "400, SerializationException, INVALID_ARGUMENT, REFUSED",
    "404, UnknownOperationException, WRONG_ENDPOINT, REFUSED",
    "400, RequestExpired, CLOCK_SKEW, REFUSED",
    "400, RequestTimeTooSkewed, CLOCK_SKEW, REFUSED",
    "400, RequestInTheFuture, CLOCK_SKEW, REFUSED",
    "400, Throttling, THROTTLED, REFUSED",
    "400, ThrottledException, THROTTLED, REFUSED",
    "503, SlowDown, THROTTLED, REFUSED",
    "400, TooManyRequestsException, THROTTLED, REFUSED",
    "400, RequestLimitExceeded, THROTTLED, REFUSED",
    "400, LimitExceededException, QUOTA_EXCEEDED, REFUSED",
    "500, InternalFailure, UNAVAILABLE, MAYBE_APPLIED",
    "503, ServiceUnavailable, UNAVAILABLE, MAYBE_APPLIED",
    "400, RequestTimeout, UNAVAILABLE, MAYBE_APPLIED",
    "400, NeverHeardOf, UNKNOWN, MAYBE_APPLIED",
    "500, NeverHeardOf, UNAVAILABLE, MAYBE_APPLIED",
    "501, NeverHeardOf, UNSUPPORTED, REFUSED",
    "501, NotImplemented, UNSUPPORTED, REFUSED",
    "400, UnsupportedOperationException, UNSUPPORTED, REFUSED",
    "429, NeverHeardOf, THROTTLED, REFUSED"
  })
  void theCommonErrorsHaveTheirMeaning(int status, String code, ErrorCode meaning, Reach reach) {
    assertThat(describe(OperationCase.CREATE, error(status, code, "")))
        .returns(meaning, ErrorDescription::code)
        .returns(reach, ErrorDescription::reach);
  }

  @ParameterizedTest
  @CsvSource({
    "400, WRONG_ENDPOINT, MAYBE_APPLIED",
    "404, WRONG_ENDPOINT, MAYBE_APPLIED",
    "407, WRONG_ENDPOINT, MAYBE_APPLIED",
    "408, TIMEOUT, MAYBE_APPLIED",
    "429, THROTTLED, MAYBE_APPLIED",
    "500, UNAVAILABLE, MAYBE_APPLIED",
    "501, UNAVAILABLE, MAYBE_APPLIED",
    "502, UNAVAILABLE, MAYBE_APPLIED",
    "504, UNAVAILABLE, MAYBE_APPLIED"
  })
  void aProxysPageIsJudgedByItsStatus(int status, ErrorCode meaning, Reach reach) {
    ResponseDefinitionBuilder page =
        aResponse().withStatus(status).withBody("<html>a proxy</html>");
    assertThat(describe(OperationCase.CREATE, page))
        .returns(meaning, ErrorDescription::code)
        .returns(reach, ErrorDescription::reach);
  }

  @ParameterizedTest
  @CsvSource({
    "GROUP, GROUP",
    "USER, MEMBER",
    "GROUP_MEMBERSHIP, MEMBERSHIP",
    "IDENTITY_STORE, IDENTITY_STORE",
    "RESOURCE_POLICY, IDENTITY_STORE",
    "NEW_KIND, UNSPECIFIED"
  })
  void saysWhatIsMissing(String type, Resource resource) {
    ResponseDefinitionBuilder response =
        error(400, "ResourceNotFoundException", ",\"ResourceType\":\"" + type + "\"");
    assertThat(describe(OperationCase.FIND, response).missing()).isEqualTo(resource);
  }

  @Test
  void aMissingKeyIsNotAMissingMembership() {
    ResponseDefinitionBuilder response =
        error(400, "ResourceNotFoundException", ",\"Reason\":\"KMS_KEY_NOT_FOUND\"");
    assertThat(describe(OperationCase.DELETE, response).missing())
        .isEqualTo(Resource.IDENTITY_STORE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Invalid NextToken", "Value at 'nextToken' is not valid"})
  void aRefusedTokenIsNamed(String words) {
    ResponseDefinitionBuilder response =
        error(400, "ValidationException", ",\"Message\":\"" + words + "\"");
    assertThat(describe(OperationCase.LIST, response).code())
        .isEqualTo(ErrorCode.INVALID_PAGE_TOKEN);
  }

  @ParameterizedTest(name = "body {0}, header {1}: {2} s")
  @CsvSource({"7, , 7", ", 3, 3", "7, 3, 7", "3, 7, 7", "0, , 0", ", nonsense, ", ", 1.5, "})
  void theLongerWaitOfBodyAndHeaderCounts(Integer body, String header, Long seconds) {
    String member = body == null ? "" : ",\"RetryAfterSeconds\":" + body;
    ResponseDefinitionBuilder response = error(400, "ThrottlingException", member);
    if (header != null) {
      response.withHeader("Retry-After", header);
    }
    assertThat(describe(OperationCase.LIST, response).retryAfter().map(Duration::toSeconds))
        .isEqualTo(Optional.ofNullable(seconds));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"soon\"",
        "1.5",
        "99999999999",
        "1e1",
        "true",
        "{}",
        "[1]",
        "{\"RetryAfterSeconds\":1.5}"
      })
  void anOddWaitDoesNotHideAThrottle(String odd) {
    ResponseDefinitionBuilder response =
        error(400, "ThrottlingException", ",\"RetryAfterSeconds\":" + odd + ",\"Message\":\"m\"")
            .withHeader("Retry-After", "3");
    for (OperationCase operation : OperationCase.values()) {
      assertThat(describe(operation, response))
          .returns(ErrorCode.THROTTLED, ErrorDescription::code)
          .returns(Reach.REFUSED, ErrorDescription::reach)
          .returns(Optional.of(Duration.ofSeconds(3)), ErrorDescription::retryAfter)
          .returns(Optional.of("m"), ErrorDescription::message);
    }
  }

  /**
   * What stands in front of the service may speak its language, but does not have its request ids.
   */
  @ParameterizedTest
  @CsvSource({
    "ResourceNotFoundException, INVALID_RESPONSE",
    "ConflictException, INVALID_RESPONSE",
    "AccessDeniedException, INVALID_RESPONSE",
    "ValidationException, INVALID_RESPONSE",
    "NeverHeardOf, INVALID_RESPONSE",
    "ThrottlingException, THROTTLED",
    "InternalFailure, UNAVAILABLE"
  })
  void anErrorWithoutARequestIdIsNotProvedToBeTheServices(String code, ErrorCode meaning) {
    ResponseDefinitionBuilder response =
        aResponse().withStatus(400).withBody("{\"__type\":\"" + code + "\"}");
    for (OperationCase operation : OperationCase.values()) {
      assertThat(describe(operation, response))
          .returns(meaning, ErrorDescription::code)
          .returns(Reach.MAYBE_APPLIED, ErrorDescription::reach);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"ResourceType\":\"GROUP\",\"ResourceType\":\"GROUP_MEMBERSHIP\"",
        ",\"ResourceType\":5",
        ",\"__type\":\"ThrottlingException\"",
        ",\"Reason\":\"a\",\"Reason\":\"b\""
      })
  void anErrorThatContradictsItselfIsAnInvalidResponse(String members) {
    assertThat(describe(OperationCase.FIND, error(400, "ResourceNotFoundException", members)))
        .returns(ErrorCode.INVALID_RESPONSE, ErrorDescription::code)
        .returns(Reach.MAYBE_APPLIED, ErrorDescription::reach);
  }

  @Test
  void whatIsWrongWithALongValueIsNotCutOff() {
    String words =
        "1 validation error detected: Value '%s' at 'groupId' failed to satisfy constraint: Member"
                .formatted("x".repeat(5_000))
            + " must satisfy regular expression pattern: ([0-9a-f]{10}-|)[A-Fa-f0-9]{8}";
    ResponseDefinitionBuilder response =
        error(400, "ValidationException", ",\"Message\":\"" + words + "\"");
    assertThat(describe(OperationCase.CREATE, response).message())
        .get()
        .asString()
        .startsWith("1 validation error detected: Value 'xxx")
        .contains("at 'groupId' failed to satisfy constraint")
        .endsWith("([0-9a-f]{10}-|)[A-Fa-f0-9]{8}")
        .hasSizeLessThan(2_000);
  }

  /** A clock that is minutes off would make two seconds into minutes, or into none. */
  @ParameterizedTest
  @ValueSource(longs = {-180, 0, 180, 86_400})
  void aWaitUntilADateIsMeasuredAgainstTheResponsesOwnClock(long secondsAhead) {
    ZonedDateTime there = ZonedDateTime.now(ZoneOffset.UTC).plusSeconds(secondsAhead);
    DateTimeFormatter format = DateTimeFormatter.RFC_1123_DATE_TIME;
    ResponseDefinitionBuilder response =
        error(400, "ThrottlingException", "")
            .withHeader("Date", format.format(there))
            .withHeader("Retry-After", format.format(there.plusSeconds(2)));
    assertThat(describe(OperationCase.LIST, response).retryAfter()).contains(Duration.ofSeconds(2));
  }

  @Test
  void aWaitUntilADateIsUnderstood() {
    String date =
        DateTimeFormatter.RFC_1123_DATE_TIME.format(ZonedDateTime.now(ZoneOffset.UTC).plusHours(1));
    ResponseDefinitionBuilder response =
        error(503, "ServiceUnavailable", "").withHeader("Retry-After", date);
    assertThat(describe(OperationCase.LIST, response).retryAfter())
        .get()
        .satisfies(
            wait -> assertThat(wait).isBetween(Duration.ofMinutes(50), Duration.ofMinutes(60)));
  }

  @Test
  void theRequestIdOfTheBodyServesWhereTheHeaderIsMissing() {
    ResponseDefinitionBuilder response =
        aResponse()
            .withStatus(400)
            .withBody("{\"__type\":\"ConflictException\",\"RequestId\":\"from-the-body\"}");
    assertThat(describe(OperationCase.CREATE, response).requestId()).contains("from-the-body");
  }

  @Test
  void theCodeMayCarryANamespace() {
    ResponseDefinitionBuilder inBody = error(400, "com.amazon#ConflictException", "");
    assertThat(describe(OperationCase.CREATE, inBody).code()).isEqualTo(ErrorCode.CONFLICT);
  }

  @Test
  void theCodeOfTheHeaderWinsOverThatOfTheBody() {
    ResponseDefinitionBuilder inHeader =
        error(400, "Other", "").withHeader("x-amzn-ErrorType", "ThrottlingException:http://a/b");
    assertThat(describe(OperationCase.CREATE, inHeader).code()).isEqualTo(ErrorCode.THROTTLED);
  }

  @ParameterizedTest
  @CsvSource({
    "ExpiredTokenException, have expired",
    "UnrecognizedClientException, access key id",
    "InvalidSignatureException, secret key",
    "MissingAuthenticationToken, does not accept"
  })
  void refusedCredentialsAreToldApartInWordsOfOurOwn(String code, String words) {
    ResponseDefinitionBuilder response = error(403, code, ",\"message\":\"their words\"");
    assertThat(describe(OperationCase.CREATE, response).message())
        .get()
        .asString()
        .contains(words)
        .doesNotContain("their words");
  }

  @Test
  void wordsAboutASignatureAreNotRepeated() {
    ResponseDefinitionBuilder response =
        error(400, "InvalidSignatureException", ",\"message\":\"x-amz-security-token:FAKE\"");
    assertThat(describe(OperationCase.CREATE, response).message())
        .get()
        .asString()
        .doesNotContain("FAKE");
  }

  static List<Arguments> documentedErrors() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    for (OperationCase operation : OperationCase.values()) {
      documented().get("errors").properties().stream()
          .filter(each -> each.getValue().get("operations").toString().contains(operation.wireName))
          .forEach(
              each -> {
                int status = each.getValue().get("httpStatus").intValue();
                cases.add(Arguments.of(operation, each.getKey(), "", status));
                each.getValue()
                    .at("/members/Reason/enum")
                    .forEach(
                        reason ->
                            cases.add(
                                Arguments.of(
                                    operation, each.getKey(), reason.textValue(), status)));
              });
    }
    return cases;
  }

  private static ErrorDescription describe(
      OperationCase operation, ResponseDefinitionBuilder response) {
    SERVER.respondsWith(response);
    try (MembershipDriver driver = SERVER.driver().build()) {
      Throwable failure = catchThrowable(() -> operation.call(driver, new RecordedAttempt()));
      assertThat(failure).isNotNull();
      assertThat(SERVER.requests()).hasSize(1);
      return driver.describe(failure);
    }
  }

  private static JsonNode documented() throws IOException {
    try (InputStream file =
        Objects.requireNonNull(
            ErrorResponseTest.class.getResourceAsStream("aws-identitystore-errors.json"))) {
      return Json.node(new String(file.readAllBytes(), StandardCharsets.UTF_8));
    }
  }
}
