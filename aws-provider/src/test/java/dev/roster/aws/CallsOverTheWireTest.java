package dev.roster.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.roster.aws.IdentityStoreServer.error;
import static dev.roster.aws.IdentityStoreServer.ok;
import static dev.roster.aws.OperationCase.GROUP;
import static dev.roster.aws.OperationCase.MEMBERSHIP;
import static dev.roster.aws.OperationCase.PLAIN;
import static dev.roster.aws.OperationCase.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import dev.roster.AlreadyMemberException;
import dev.roster.CallOptions;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.Outcome;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkGlobalTime;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.identitystore.model.ThrottlingException;

/** What a call comes to, attempt by attempt, when the wire misbehaves. */
class CallsOverTheWireTest {

  private static final ResponseDefinitionBuilder LOST =
      aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
  private static final ResponseDefinitionBuilder THROTTLED =
      error(400, "ThrottlingException", ",\"Message\":\"Rate exceeded\",\"RetryAfterSeconds\":2");
  private static final ResponseDefinitionBuilder DUPLICATE =
      error(400, "ConflictException", ",\"Reason\":\"UNIQUENESS_CONSTRAINT_VIOLATION\"");
  private static final ResponseDefinitionBuilder GONE =
      error(400, "ResourceNotFoundException", ",\"ResourceType\":\"GROUP_MEMBERSHIP\"");

  @RegisterExtension static final IdentityStoreServer SERVER = new IdentityStoreServer();

  private final SkippingTime time = new SkippingTime();

  /** The SDK keeps what it learns of the service's clock for the whole JVM. */
  @AfterEach
  void forgetTheServicesClock() {
    SdkGlobalTime.setGlobalTimeOffset(0);
  }

  private RosterClient client(HttpClientKind http) {
    return RosterClient.builder(SERVER.driver().httpClientBuilder(http.builder()).build())
        .timeSource(time)
        .build();
  }

  private static List<String> sent() {
    return SERVER.requests().stream().map(CallsOverTheWireTest::operation).toList();
  }

  private static String operation(LoggedRequest request) {
    return request.getHeader("X-Amz-Target").replace("AWSIdentityStore.", "");
  }

  @ParameterizedTest
  @EnumSource
  void aThrottledCallIsOneRequestPerAttemptAndWaitsAsTheBodySays(HttpClientKind http) {
    ResponseDefinitionBuilder[] responses = new ResponseDefinitionBuilder[7];
    Arrays.fill(responses, THROTTLED);
    responses[6] = ok(OperationCase.CREATE.response);
    SERVER.respondsWith(responses);
    try (RosterClient client = client(http)) {
      assertThat(client.createMembership(GROUP, USER)).isEqualTo(PLAIN);
    }
    assertThat(SERVER.requests()).hasSize(7);
    assertThat(time.waits())
        .hasSize(6)
        .allMatch(wait -> wait.compareTo(Duration.ofSeconds(2)) >= 0);
  }

  @ParameterizedTest
  @EnumSource
  void everyAttemptOfA503WithAWaitOfZeroIsOneRequest(HttpClientKind http) {
    SERVER.respondsWith(error(503, "ServiceUnavailable", "").withHeader("Retry-After", "0"));
    try (RosterClient client = client(http)) {
      RosterException failure =
          catchThrowableOfType(RosterException.class, () -> client.getMembership(MEMBERSHIP));
      assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
      assertThat(SERVER.requests()).hasSize(failure.attempts()).hasSize(4);
    }
  }

  /** Not the malformed chunk: the test server itself sometimes records such a request twice. */
  static Stream<Arguments> brokenResponses() {
    List<Fault> faults =
        List.of(Fault.CONNECTION_RESET_BY_PEER, Fault.EMPTY_RESPONSE, Fault.RANDOM_DATA_THEN_CLOSE);
    return Stream.of(HttpClientKind.values())
        .flatMap(http -> faults.stream().map(fault -> Arguments.of(http, fault)));
  }

  @ParameterizedTest
  @MethodSource("brokenResponses")
  void aBrokenResponseIsOneRequestPerAttemptAndLeavesTheOutcomeOpen(
      HttpClientKind http, Fault fault) {
    SERVER.respondsWith(aResponse().withFault(fault));
    CallOptions once =
        CallOptions.defaults()
            .withRetryPolicy(RetryPolicy.defaults().withMaxAttempts(1))
            .withSettlingTime(Duration.ZERO);
    try (RosterClient client = client(http)) {
      RosterException failure =
          catchThrowableOfType(
              RosterException.class, () -> client.with(once).createMembership(GROUP, USER));
      assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }
    assertThat(sent()).containsExactly("CreateGroupMembership", "GetGroupMembershipId");
  }

  @ParameterizedTest
  @EnumSource
  void aCreateWhoseResponseIsLostEndsWithTheMembership(HttpClientKind http) {
    SERVER.respondsWith(LOST, DUPLICATE, ok(OperationCase.FIND.response));
    try (RosterClient client = client(http)) {
      assertThat(client.createMembership(GROUP, USER)).isEqualTo(PLAIN);
    }
    assertThat(sent())
        .containsExactly("CreateGroupMembership", "CreateGroupMembership", "GetGroupMembershipId");
  }

  @ParameterizedTest
  @EnumSource
  void aDeleteWhoseResponseIsLostSucceedsWhenTheMembershipIsGone(HttpClientKind http) {
    SERVER.respondsWith(LOST, GONE);
    try (RosterClient client = client(http)) {
      client.deleteMembership(MEMBERSHIP);
    }
    assertThat(sent()).containsExactly("DeleteGroupMembership", "DeleteGroupMembership");
  }

  @Test
  void aConflictWithoutAReasonIsReadBack() {
    SERVER.respondsWith(error(400, "ConflictException", ""), ok(OperationCase.FIND.response));
    try (RosterClient client = client(HttpClientKind.APACHE_5)) {
      assertThatThrownBy(() -> client.createMembership(GROUP, USER))
          .isInstanceOf(AlreadyMemberException.class);
    }
    assertThat(sent()).containsExactly("CreateGroupMembership", "GetGroupMembershipId");
  }

  @Test
  void aConcurrentChangeIsTriedAgain() {
    SERVER.respondsWith(
        error(400, "ConflictException", ",\"Reason\":\"CONCURRENT_MODIFICATION\""),
        ok(OperationCase.CREATE.response));
    try (RosterClient client = client(HttpClientKind.APACHE_5)) {
      assertThat(client.createMembership(GROUP, USER)).isEqualTo(PLAIN);
    }
    assertThat(SERVER.requests()).hasSize(2);
  }

  @Test
  void aMissingGroupIsNotAMissingMembership() {
    SERVER.respondsWith(
        error(400, "ResourceNotFoundException", ",\"ResourceType\":\"GROUP\""), GONE);
    GroupId group = new GroupId("00000000-aaaa-4aaa-8aaa-000000000001");
    UserId user = new UserId("00000000-bbbb-4bbb-8bbb-000000000001");
    try (RosterClient client = client(HttpClientKind.APACHE_5)) {
      assertThatThrownBy(() -> client.findMembership(group, user))
          .hasMessageContaining("NOT_FOUND");
      assertThat(client.findMembership(group, user)).isEmpty();
    }
    assertThat(SERVER.requests()).hasSize(2);
  }

  @Test
  void aRepeatedTokenEndsTheListingWithAnError() {
    SERVER.respondsWith(ok(OperationCase.LIST.response));
    try (RosterClient client = client(HttpClientKind.APACHE_5)) {
      assertThatThrownBy(() -> client.listMemberships(GROUP).forEach(membership -> {}))
          .extracting(failure -> ((RosterException) failure).code())
          .isEqualTo(ErrorCode.INVALID_RESPONSE);
    }
    assertThat(SERVER.requests()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void aSignatureOutOfTimeIsSignedAgainOnceByTheServicesClock(HttpClientKind http) {
    Instant service = Instant.now().plus(Duration.ofHours(3));
    SERVER.respondsWith(
        error(403, "InvalidSignatureException", ",\"message\":\"Signature expired: 1 is earlier\"")
            .withHeader("Date", httpDate(service)),
        ok(OperationCase.CREATE.response));
    try (RosterClient client = client(http)) {
      assertThat(client.createMembership(GROUP, USER)).isEqualTo(PLAIN);
    }
    assertThat(SERVER.requests()).hasSize(2);
    assertThat(signedAt(1)).isAfter(signedAt(0).plus(Duration.ofHours(2)));
  }

  private static String httpDate(Instant instant) {
    return DateTimeFormatter.RFC_1123_DATE_TIME.format(instant.atZone(ZoneOffset.UTC));
  }

  private static Instant signedAt(int request) {
    DateTimeFormatter basic = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssX");
    return ZonedDateTime.parse(SERVER.requests().get(request).getHeader("X-Amz-Date"), basic)
        .toInstant();
  }

  @Test
  void overlongIdsAreNotSent() {
    try (RosterClient client = client(HttpClientKind.APACHE_5)) {
      assertThatThrownBy(() -> client.createMembership(new GroupId("x".repeat(101)), USER))
          .hasMessageContaining("group id must have 1 to 100 characters, but has 101");
    }
    assertThat(SERVER.requests()).isEmpty();
  }

  @Test
  void theNativeObjectsCanBeTakenOut() {
    SERVER.respondsWith(THROTTLED);
    CallOptions hurried = CallOptions.defaults().withDeadline(Duration.ofSeconds(1));
    try (RosterClient client = client(HttpClientKind.APACHE_5)) {
      RosterException failure =
          catchThrowableOfType(
              RosterException.class, () -> client.with(hurried).getMembership(MEMBERSHIP));
      assertThat(failure.retryAfter()).contains(Duration.ofSeconds(2));
      assertThat(failure.unwrap(ThrottlingException.class)).isPresent();
      assertThat(client.unwrap(IdentitystoreClient.class)).isPresent();
    }
    assertThat(SERVER.requests()).hasSize(1);
  }
}
