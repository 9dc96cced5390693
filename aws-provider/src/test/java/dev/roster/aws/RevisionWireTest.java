package dev.roster.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.roster.aws.IdentityStoreServer.error;
import static dev.roster.aws.IdentityStoreServer.ok;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.common.Json;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.Resource;
import dev.roster.UserId;
import dev.roster.directory.FieldChanges;
import dev.roster.directory.Group;
import dev.roster.directory.GroupFields;
import dev.roster.directory.User;
import dev.roster.directory.UserFields;
import dev.roster.spi.DirectoryDriver;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.InvalidInputException;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.PageRequest;
import dev.roster.spi.Reach;
import java.net.URI;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.identitystore.model.ConflictException;

/** Revisions, which the pinned SDK does not have, on the wire. */
class RevisionWireTest {

  @RegisterExtension static final IdentityStoreServer SERVER = new IdentityStoreServer();

  private static final UserId USER = new UserId("user-1");
  private static final GroupId GROUP = new GroupId("group-1");
  private static final FieldChanges<User> CHANGES =
      FieldChanges.<User>none()
          .set(UserFields.DISPLAY_NAME, "Zoë \"Z\"")
          .clear(UserFields.PHONE_NUMBERS);

  private final RecordedAttempt attempt = new RecordedAttempt();

  private interface DriverCall {
    void with(MembershipDriver driver) throws Exception;
  }

  private static void call(ResponseDefinitionBuilder response, DriverCall call) throws Exception {
    SERVER.respondsWith(response);
    try (MembershipDriver driver = SERVER.driver().build()) {
      call.with(driver);
    }
  }

  private static ErrorDescription failure(ResponseDefinitionBuilder response, DriverCall call) {
    SERVER.respondsWith(response);
    try (MembershipDriver driver = SERVER.driver().build()) {
      Throwable failure = catchThrowable(() -> call.with(driver));
      assertThat(failure).isNotNull();
      return driver.describe(failure);
    }
  }

  private static DirectoryDriver directory(MembershipDriver driver) {
    return (DirectoryDriver) driver;
  }

  private void update(MembershipDriver driver) throws Exception {
    directory(driver).users().update(USER, CHANGES, "7", attempt);
  }

  private void delete(MembershipDriver driver) throws Exception {
    directory(driver).groups().delete(GROUP, "7", attempt);
  }

  @Test
  void anEntryHasTheRevisionThatTheServiceSends() throws Exception {
    call(
        ok("{\"UserId\":\"user-1\",\"Revision\":\"12\",\"Name\":{\"FamilyName\":\"F\"}}"),
        driver ->
            assertThat(directory(driver).users().get(USER, attempt).revision()).contains("12"));
    call(
        ok("{\"GroupId\":\"arn:aws:identitystore:::group\\/group-1\",\"Revision\":\"3\"}"),
        driver ->
            assertThat(directory(driver).groups().get(GROUP, attempt).revision()).contains("3"));
  }

  @Test
  void everyRowOfAListingHasItsOwnRevisionOrNone() throws Exception {
    call(
        ok(
            """
            {"Users":[{"Revision":"1","UserId":"a","Emails":[{"Value":"x"}]},{"UserId":"b"},
             {"UserId":"c","Extensions":{"x":{"UserId":"a","Revision":"9"}},"Revision":"22"}]}
            """),
        driver ->
            assertThat(
                    directory(driver)
                        .users()
                        .list(null, PageRequest.first(10), attempt)
                        .items()
                        .stream()
                        .map(user -> user.revision().orElse("none")))
                .containsExactly("1", "none", "22"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"UserId\":\"user-1\",\"Revision\":5}",
        "{\"UserId\":\"user-1\",\"Revision\":\"5\",\"Revision\":\"6\"}"
      })
  void aRevisionThatContradictsItselfIsNoResponse(String response) {
    ErrorDescription described =
        failure(ok(response), driver -> directory(driver).users().get(USER, attempt));
    assertThat(described.code()).isEqualTo(ErrorCode.INVALID_RESPONSE);
  }

  @Test
  void aConditionalUpdateIsOneSignedRequestWithTheRevision() throws Exception {
    call(ok("{\"UserId\":\"user-1\",\"Revision\":\"8\"}"), this::update);
    assertThat(SERVER.requests()).hasSize(1);
    LoggedRequest sent = SERVER.requests().get(0);
    assertThat(sent.getMethod().getName()).isEqualTo("POST");
    assertThat(sent.getUrl()).isEqualTo("/");
    assertThat(sent.getHeader("X-Amz-Target")).isEqualTo("AWSIdentityStore.UpdateUser");
    assertThat(sent.getHeader("Content-Type")).isEqualTo("application/x-amz-json-1.1");
    assertThat(sent.getHeader("User-Agent")).contains("roster/");
    assertThat(sent.getHeader("Authorization"))
        .startsWith("AWS4-HMAC-SHA256 Credential=AKIAFAKEFAKEFAKEFAKE/")
        .contains("/eu-west-1/identitystore/aws4_request")
        .contains("x-amz-target");
    assertThat(Json.node(sent.getBodyAsString()))
        .isEqualTo(
            Json.node(
                """
                {"IdentityStoreId":"%s","UserId":"user-1","Revision":"7","Operations":[
                 {"AttributePath":"displayName","AttributeValue":"Zoë \\"Z\\""},
                 {"AttributePath":"phoneNumbers"}]}
                """
                    .formatted(OperationCase.STORE)));
    assertThat(attempt.requestId()).isEqualTo(IdentityStoreServer.REQUEST_ID);
  }

  @Test
  void aConditionalDeleteIsOneRequestWhoseBodyMayBeEmpty() throws Exception {
    call(ok(""), this::delete);
    assertThat(SERVER.requests()).hasSize(1);
    LoggedRequest sent = SERVER.requests().get(0);
    assertThat(sent.getHeader("X-Amz-Target")).isEqualTo("AWSIdentityStore.DeleteGroup");
    assertThat(Json.node(sent.getBodyAsString()))
        .isEqualTo(
            Json.node(
                "{\"IdentityStoreId\":\"%s\",\"GroupId\":\"group-1\",\"Revision\":\"7\"}"
                    .formatted(OperationCase.STORE)));
  }

  @Test
  void temporaryKeysAreSentAndAnonymousOnesSignNothing() throws Exception {
    SERVER.respondsWith(ok(""));
    try (MembershipDriver driver =
        SERVER
            .driver()
            .credentialsProvider(
                StaticCredentialsProvider.create(
                    AwsSessionCredentials.create(
                        "AKIAFAKEFAKEFAKEFAKE", "fakeSecret", "fakeToken")))
            .build()) {
      delete(driver);
    }
    assertThat(SERVER.requests().get(0).getHeader("X-Amz-Security-Token")).isEqualTo("fakeToken");
    SERVER.respondsWith(ok(""));
    try (MembershipDriver driver =
        SERVER.driver().credentialsProvider(AnonymousCredentialsProvider.create()).build()) {
      delete(driver);
    }
    assertThat(SERVER.requests().get(0).containsHeader("Authorization")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          400 | ConflictException | ,"Reason":"CONCURRENT_MODIFICATION" | CONCURRENT_MODIFICATION | REFUSED
          409 | ConflictException | ,"Reason":"CONCURRENT_MODIFICATION" | CONCURRENT_MODIFICATION | REFUSED
          400 | ConflictException | | CONFLICT | REFUSED
          400 | com.amazonaws.identitystore#ConflictException:http://x | ,"Reason":"UNIQUENESS_CONSTRAINT_VIOLATION" | ALREADY_MEMBER | REFUSED
          400 | ValidationException | ,"Message":"no" | INVALID_ARGUMENT | REFUSED
          403 | AccessDeniedException | | ACCESS_DENIED | REFUSED
          429 | ThrottlingException | ,"RetryAfterSeconds":7 | THROTTLED | REFUSED
          400 | ServiceQuotaExceededException | | QUOTA_EXCEEDED | REFUSED
          500 | InternalServerException | | UNAVAILABLE | MAYBE_APPLIED
          400 | ExpiredTokenException | | UNAUTHENTICATED | REFUSED
          400 | RequestExpired | | CLOCK_SKEW | REFUSED
          400 | UnknownOperationException | | WRONG_ENDPOINT | REFUSED
          400 | SomethingNew | | UNKNOWN | MAYBE_APPLIED
          """)
  void aRefusalIsDescribedAsThatOfAnyOtherRequest(
      int status, String code, String members, ErrorCode expected, Reach reach) {
    ResponseDefinitionBuilder response = error(status, code, members == null ? "" : members);
    ErrorDescription described = failure(response, this::update);
    assertThat(described.code()).isEqualTo(expected);
    assertThat(described.reach()).isEqualTo(reach);
    assertThat(described.requestId()).contains(IdentityStoreServer.REQUEST_ID);
    ErrorDescription bySdk =
        failure(response, driver -> directory(driver).users().update(USER, CHANGES, attempt));
    assertThat(described).usingRecursiveComparison().isEqualTo(bySdk);
  }

  @Test
  void whatIsMissingIsNamed() {
    ErrorDescription described =
        failure(
            error(404, "ResourceNotFoundException", ",\"ResourceType\":\"GROUP\""), this::delete);
    assertThat(described.code()).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(described.missing()).isEqualTo(Resource.GROUP);
  }

  @Test
  void theNativeErrorIsTheSdksOwn() {
    SERVER.respondsWith(
        error(400, "ConflictException", ",\"Message\":\"The name Zoë \\\"Z\\\" is taken\""));
    try (MembershipDriver driver = SERVER.driver().build()) {
      assertThatThrownBy(() -> update(driver))
          .hasCauseInstanceOf(ConflictException.class)
          .hasMessageNotContaining("Zoë");
    }
  }

  @Test
  void aPageInTheServicesPlaceIsNoRefusal() {
    ErrorDescription described =
        failure(aResponse().withStatus(502).withBody("<html>bad gateway</html>"), this::update);
    assertThat(described.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(described.reach()).isEqualTo(Reach.MAYBE_APPLIED);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {"{\"UserId\":\"another\"}", "{\"UserId\":", "[]", "{} {}"})
  void aSuccessThatIsNotAboutTheUserIsNone(String body) {
    ErrorDescription described = failure(ok(body), this::update);
    assertThat(described.code()).isEqualTo(ErrorCode.INVALID_RESPONSE);
    assertThat(described.reach()).isEqualTo(Reach.MAYBE_APPLIED);
  }

  @Test
  void aSuccessWithoutARequestIdIsNone() {
    ErrorDescription described = failure(aResponse().withStatus(200).withBody("{}"), this::delete);
    assertThat(described.code()).isEqualTo(ErrorCode.INVALID_RESPONSE);
  }

  @Test
  void aLostResponseMayHaveBeenAppliedAndARefusedConnectionWasNot() {
    ErrorDescription lost =
        failure(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), this::update);
    assertThat(lost.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(lost.reach()).isEqualTo(Reach.MAYBE_APPLIED);
    try (MembershipDriver driver =
        SERVER.driver().endpoint(URI.create("http://127.0.0.1:1")).build()) {
      ErrorDescription refused = driver.describe(catchThrowable(() -> update(driver)));
      assertThat(refused.code()).isEqualTo(ErrorCode.UNAVAILABLE);
      assertThat(refused.reach()).isEqualTo(Reach.NOT_SENT);
    }
  }

  @Test
  void withoutCredentialsNothingIsSent() {
    SERVER.respondsWith(ok(""));
    try (MembershipDriver driver =
        SERVER
            .driver()
            .credentialsProvider(
                () -> {
                  throw new IllegalStateException("none here");
                })
            .build()) {
      ErrorDescription described = driver.describe(catchThrowable(() -> update(driver)));
      assertThat(described.code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
      assertThat(described.reach()).isEqualTo(Reach.NOT_SENT);
    }
    assertThat(SERVER.requests()).isEmpty();
  }

  @Test
  void theClockIsCorrectedByARefusal() throws Exception {
    ZonedDateTime theirs = ZonedDateTime.now(ZoneOffset.UTC).plusHours(2);
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(theirs);
    SERVER.respondsWith(error(400, "RequestTimeTooSkewed", "").withHeader("Date", date), ok(""));
    try (MembershipDriver driver = SERVER.driver().build()) {
      ErrorDescription described = driver.describe(catchThrowable(() -> delete(driver)));
      assertThat(described.code()).isEqualTo(ErrorCode.CLOCK_SKEW);
      delete(driver);
    }
    List<LoggedRequest> sent = SERVER.requests();
    assertThat(signedAt(sent.get(1))).isAfter(signedAt(sent.get(0)).plus(Duration.ofMinutes(100)));
  }

  /** Else a proxy's page or an old copy of a response would make the next signature a wrong one. */
  @ParameterizedTest
  @ValueSource(ints = {400, 403, 404, 500, 502})
  void theClockIsCorrectedByNoRefusalOfAnotherKind(int status) throws Exception {
    ZonedDateTime theirs = ZonedDateTime.now(ZoneOffset.UTC).plusHours(2);
    String date = DateTimeFormatter.RFC_1123_DATE_TIME.format(theirs);
    ResponseDefinitionBuilder refusal =
        status < 500 ? error(status, "ValidationException", "") : aResponse().withStatus(status);
    SERVER.respondsWith(refusal.withHeader("Date", date), ok(""));
    try (MembershipDriver driver = SERVER.driver().build()) {
      assertThat(catchThrowable(() -> delete(driver))).isNotNull();
      delete(driver);
    }
    assertThat(signedAt(SERVER.requests().get(1))).isBefore(theirs.minusHours(1));
  }

  private static ZonedDateTime signedAt(LoggedRequest request) {
    return ZonedDateTime.parse(
        request.getHeader("X-Amz-Date"),
        DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC));
  }

  @Test
  void aRevisionIsCheckedByItsLengthAndByItsFormWhereThatIsAskedFor() {
    try (MembershipDriver driver = SERVER.driver().build();
        MembershipDriver strict = SERVER.driver().strictIds().build()) {
      directory(driver).users().checkRevision("any");
      directory(strict).users().checkRevision("42");
      assertThatThrownBy(() -> directory(driver).users().checkRevision("1".repeat(65)))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("revision");
      assertThatThrownBy(() -> directory(strict).users().checkRevision("any"))
          .isInstanceOf(InvalidInputException.class)
          .hasMessageContaining("decimal digits");
    }
  }

  @Test
  void aReadyMadeClientHasNoRevisions() {
    try (IdentitystoreClient sdk =
            IdentitystoreClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(SERVER.address())
                .credentialsProvider(IdentityStoreServer.CREDENTIALS)
                .build();
        MembershipDriver driver =
            AwsDrivers.builder().identityStoreId(OperationCase.STORE).client(sdk).build();
        MembershipDriver own = SERVER.driver().build()) {
      assertThat(directory(driver).users().traits().revisions()).isFalse();
      assertThat(directory(driver).groups().traits().revisions()).isFalse();
      assertThat(directory(own).users().traits().revisions()).isTrue();
      assertThat(directory(own).groups().traits().revisions()).isTrue();
    }
  }

  @Test
  void aGroupIsUpdatedByItsOwnNames() throws Exception {
    FieldChanges<Group> changes = FieldChanges.<Group>none().set(GroupFields.DESCRIPTION, "D");
    call(ok(""), driver -> directory(driver).groups().update(GROUP, changes, "1", attempt));
    assertThat(SERVER.requests().get(0).getHeader("X-Amz-Target"))
        .isEqualTo("AWSIdentityStore.UpdateGroup");
    assertThat(SERVER.requests().get(0).getBodyAsString())
        .contains("\"GroupId\":\"group-1\"", "\"AttributePath\":\"description\"");
  }
}
