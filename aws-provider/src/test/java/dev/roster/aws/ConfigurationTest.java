package dev.roster.aws;

import static dev.roster.aws.IdentityStoreServer.error;
import static dev.roster.aws.IdentityStoreServer.ok;
import static dev.roster.aws.OperationCase.GROUP;
import static dev.roster.aws.OperationCase.MEMBERSHIP;
import static dev.roster.aws.OperationCase.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.spi.IdRules;
import dev.roster.spi.MembershipDriver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;

/** What the builder and the configuration string accept, and what a wrong one says. */
class ConfigurationTest {

  @RegisterExtension static final IdentityStoreServer SERVER = new IdentityStoreServer();

  @ParameterizedTest
  @ValueSource(
      strings = {
        "d-1234567890",
        "d-a00aaaa33f",
        "1a2b3c4d-0000-4000-8000-000000000001",
        "arn:aws:identitystore::123456789012:identitystore/d-1234567890",
      })
  void everyDocumentedFormOfAStoreIdIsAccepted(String store) {
    try (MembershipDriver driver =
        SERVER.driver().identityStoreId(new IdentityStoreId(store)).build()) {
      assertThat(driver.identityStoreId().value()).isEqualTo(store);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"d-123", "d-12345678901", "D-1234567890", "store", "d-123456789g"})
  void anotherFormIsRefusedByName(String store) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AwsDrivers.builder().identityStoreId(new IdentityStoreId(store)))
        .withMessageContaining("identity store id");
  }

  @ParameterizedTest
  @CsvSource({
    "aws://d-1234567890?region=eu-west-1&regoin=x, regoin",
    "aws://d-1234567890?region=eu-west-1&strictIds=maybe, strictIds",
    "aws://d-1234567890?region=eu-west-1&endpoint=http%3A%2F%2Fexample.test, allowPlainHttp",
    "aws://nonsense?region=eu-west-1, identity store id",
  })
  void aMistakeInAConfigurationStringIsNamed(String uri, String part) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> RosterClient.open(uri))
        .withMessageContaining(part);
  }

  @Test
  void aStringIsCombinedWithCredentialsInCode() {
    SERVER.respondsWith(error(403, "AccessDeniedException", ",\"Message\":\"no\""));
    String uri = "aws://d-1234567890?region=eu-west-1&deadline=PT7S&endpoint=" + SERVER.address();
    try (RosterClient client =
        RosterClient.builder(
                uri,
                AwsDrivers.with(
                    driver -> driver.credentialsProvider(IdentityStoreServer.CREDENTIALS)))
            .build()) {
      RosterException denied =
          catchThrowableOfType(RosterException.class, () -> client.getMembership(MEMBERSHIP));
      assertThat(denied.code()).isEqualTo(ErrorCode.ACCESS_DENIED);
      assertThat(SERVER.requests())
          .singleElement()
          .satisfies(
              request ->
                  assertThat(request.getHeader("Authorization"))
                      .contains("Credential=AKIAFAKEFAKEFAKEFAKE/")
                      .contains("/eu-west-1/"));
    }
  }

  @Test
  void aStringOfAnotherSchemeIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> RosterClient.builder("other://d-1234567890", AwsDrivers.with(driver -> {})))
        .withMessageContaining("'other'")
        .withMessageContaining("'aws'");
  }

  @Test
  void plainHttpToAnotherHostIsForThoseWhoSaySo() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SERVER.driver().endpoint(URI.create("http://example.test")).build());
    SERVER.driver().endpoint(URI.create("http://example.test")).allowPlainHttp().build().close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.999.0.1",
        "http://127.0.0.256",
        "http://127.0.0",
        "http://127.0.0.1.example.test"
      })
  void whatOnlyLooksLikeLoopbackIsAnotherHost(String address) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SERVER.driver().endpoint(URI.create(address)).build())
        .withMessageContaining("https");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"http://127.0.0.1:1", "http://127.255.249.99", "http://localhost", "http://[::1]"})
  void loopbackMayBePlain(String address) {
    SERVER.driver().endpoint(URI.create(address)).build().close();
  }

  @ParameterizedTest
  @CsvSource({
    "1a2b3c4d-0000-4000-8000-00000000000A, true",
    "1234567890-1a2b3c4d-0000-4000-8000-000000000001, true",
    "arn:aws:identitystore:::group/1a2b3c4d-0000-4000-8000-000000000001, true",
    "arn:aws-cn:identitystore:::group/1234567890-1a2b3c4d-0000-4000-8000-000000000001, true",
    "arn:aws:identitystore:::user/1a2b3c4d-0000-4000-8000-000000000001, false",
    "administrators, false",
    "1a2b3c4d00004000800000000000000a, false"
  })
  void theDocumentedFormOfAnIdTellsItFromAName(String id, boolean documented) {
    try (MembershipDriver driver = SERVER.driver().build()) {
      GroupId group = new GroupId(id);
      Throwable refused =
          catchThrowable(
              () -> driver.documentedIdRules().check(Operation.CREATE_MEMBERSHIP, group));
      assertThat(refused == null).isEqualTo(documented);
      if (refused != null) {
        assertThat(refused).hasMessageContaining("group id").hasMessageContaining("UUID");
      }
    }
  }

  @Test
  void theDocumentedFormsAreThoseOfUsersAndMembershipsToo() {
    String uuid = "1a2b3c4d-0000-4000-8000-000000000001";
    IdRules rules = SERVER.driver().build().documentedIdRules();
    rules.check(Operation.CREATE_MEMBERSHIP, new UserId("arn:aws:identitystore:::user/" + uuid));
    rules.check(
        Operation.DELETE_MEMBERSHIP,
        new MembershipId("arn:aws:identitystore:::membership/" + uuid));
    assertThat(catchThrowable(() -> rules.check(Operation.CREATE_MEMBERSHIP, new UserId("ann"))))
        .hasMessageContaining("user id");
    assertThat(
            catchThrowable(() -> rules.check(Operation.DELETE_MEMBERSHIP, new MembershipId("x"))))
        .hasMessageContaining("membership id");
  }

  @ParameterizedTest
  @EnumSource
  void aRefusedConnectionWasSurelyNotSent(HttpClientKind http) throws IOException {
    MembershipDriver driver =
        SERVER
            .driver()
            .httpClientBuilder(http.builder())
            .endpoint(URI.create("http://127.0.0.1:" + closedPort()))
            .build();
    RosterException failure = failingOnce(driver);
    assertThat(failure.code()).isEqualTo(ErrorCode.UNAVAILABLE);
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
  }

  @Test
  void missingCredentialsSayWhereWasLookedAndSendNothing() {
    MembershipDriver driver =
        SERVER
            .driver()
            .credentialsProvider(ProfileCredentialsProvider.create("no-such-profile-of-a-test"))
            .build();
    RosterException failure = failingOnce(driver);
    assertThat(failure.code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure).hasMessageContaining("looked in the given ProfileCredentialsProvider");
    assertThat(SERVER.requests()).isEmpty();
  }

  @Test
  void retriesThatAreSetOnTheSdksBuilderDoNotSurvive() {
    SERVER.respondsWith(error(500, "InternalServerException", ""));
    MembershipDriver driver =
        SERVER
            .driver()
            .customize(
                builder ->
                    builder.overrideConfiguration(
                        options -> options.retryStrategy(AwsRetryStrategy.standardRetryStrategy())))
            .build();
    failingOnce(driver);
    assertThat(SERVER.requests()).hasSize(2);
  }

  @Test
  void aReadyMadeClientKeepsItsOwnRetriesWhichAreSaidAndItIsNotClosed() {
    SERVER.respondsWith(ok(OperationCase.GET.response));
    try (IdentitystoreClient ready = readyMade()) {
      MembershipDriver driver =
          AwsDrivers.builder().identityStoreId(OperationCase.STORE).client(ready).build();
      assertThat(driver.toString()).contains("4");
      assertThat(driver.traits().abortsBlockedAttempts()).isFalse();
      try (RosterClient client = RosterClient.builder(driver).build()) {
        assertThat(client.unwrap(IdentitystoreClient.class)).containsSame(ready);
        client.getMembership(MEMBERSHIP);
      }
      ready.describeGroupMembership(
          request -> request.identityStoreId("d-1234567890").membershipId("membership-1"));
    }
    assertThat(SERVER.requests()).hasSize(2);
  }

  @ParameterizedTest
  @EnumSource
  void anHttpClientThatWasGivenIsNotClosed(HttpClientKind http) {
    SERVER.respondsWith(ok(OperationCase.GET.response));
    try (SdkHttpClient shared = http.builder().build()) {
      for (int round = 0; round < 2; round++) {
        try (RosterClient client =
            RosterClient.builder(SERVER.driver().httpClient(shared).build()).build()) {
          client.getMembership(MEMBERSHIP);
        }
      }
    }
    assertThat(SERVER.requests()).hasSize(2);
  }

  @Test
  void theUserAgentNamesTheLibrary() {
    SERVER.respondsWith(ok(OperationCase.GET.response));
    try (RosterClient client = RosterClient.builder(SERVER.driver().build()).build()) {
      client.getMembership(MEMBERSHIP);
    }
    assertThat(SERVER.requests().get(0).getHeader("User-Agent")).containsIgnoringCase("roster");
  }

  private static IdentitystoreClient readyMade() {
    return IdentitystoreClient.builder()
        .region(Region.EU_WEST_1)
        .endpointOverride(SERVER.address())
        .credentialsProvider(IdentityStoreServer.CREDENTIALS)
        .build();
  }

  private static RosterException failingOnce(MembershipDriver driver) {
    try (RosterClient client =
        RosterClient.builder(driver)
            .retryPolicy(RetryPolicy.defaults().withMaxAttempts(1))
            .settlingTime(Duration.ZERO)
            .build()) {
      return catchThrowableOfType(
          RosterException.class, () -> client.createMembership(GROUP, USER));
    }
  }

  private static int closedPort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }
}
