package dev.roster.aws;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static dev.roster.aws.IdentityStoreServer.error;
import static dev.roster.aws.IdentityStoreServer.ok;
import static dev.roster.aws.OperationCase.GROUP;
import static dev.roster.aws.OperationCase.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import dev.roster.ErrorCode;
import dev.roster.NativeAccess;
import dev.roster.NativeFunction;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import java.net.ConnectException;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.identitystore.model.ConflictException;
import software.amazon.awssdk.services.identitystore.model.CreateUserResponse;
import software.amazon.awssdk.services.identitystore.model.ThrottlingException;

/**
 * A native call uses the driver's own client, and nothing that may have been applied is retried.
 */
class NativeCallTest {

  private static final ResponseDefinitionBuilder MADE =
      ok("{\"IdentityStoreId\":\"d-1234567890\",\"UserId\":\"" + USER.value() + "\"}");
  private static final ResponseDefinitionBuilder LOST =
      aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER);
  private static final ResponseDefinitionBuilder THROTTLED =
      error(400, "ThrottlingException", ",\"Message\":\"Rate exceeded\"");

  @RegisterExtension static final IdentityStoreServer SERVER = new IdentityStoreServer();

  private final RosterClient client =
      RosterClient.builder(SERVER.driver().build()).timeSource(new SkippingTime()).build();

  @AfterEach
  void close() {
    client.close();
  }

  private static CreateUserResponse create(IdentitystoreClient sdk) {
    return sdk.createUser(
        request -> request.identityStoreId("d-1234567890").userName("ada").displayName("Ada"));
  }

  private RosterException failure(NativeFunction<IdentitystoreClient, CreateUserResponse> write) {
    return catchThrowableOfType(
        RosterException.class,
        () -> client.callNative(IdentitystoreClient.class, NativeAccess.WRITE, write));
  }

  @Test
  void theFunctionGetsTheDriversOwnClient() {
    SERVER.respondsWith(THROTTLED, MADE);
    CreateUserResponse made =
        client.callNative(
            IdentitystoreClient.class,
            NativeAccess.WRITE,
            sdk -> {
              assertThat(client.unwrap(IdentitystoreClient.class)).containsSame(sdk);
              return create(sdk);
            });
    assertThat(made.userId()).isEqualTo(USER.value());
    assertThat(SERVER.requests()).hasSize(2);
  }

  @Test
  void aSecondRequestIsNotSentAndTheFirstMayHaveBeenApplied() {
    SERVER.respondsWith(MADE, THROTTLED);
    RosterException failure =
        failure(
            sdk -> {
              create(sdk);
              return create(sdk);
            });
    assertThat(failure.code()).isEqualTo(ErrorCode.INVALID_ARGUMENT);
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure).hasMessageContaining("one request");
    assertThat(SERVER.requests()).hasSize(1);
  }

  @Test
  void aFunctionThatFailsAfterItsResponseLeavesTheOutcomeUnknown() {
    SERVER.respondsWith(MADE);
    RosterException failure =
        failure(
            sdk -> {
              create(sdk);
              throw new ConnectException("the function's own database is down");
            });
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure.unwrap(ConnectException.class)).isPresent();
    assertThat(SERVER.requests()).hasSize(1);
  }

  @Test
  void aThrottlingOfAnotherServiceAfterTheResponseIsNotRetried() {
    SERVER.respondsWith(MADE);
    RosterException failure =
        failure(
            sdk -> {
              create(sdk);
              throw ThrottlingException.builder().message("of the function's own making").build();
            });
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(SERVER.requests()).hasSize(1);
  }

  @Test
  void aNameThatIsTakenIsAConflictAndNoMembership() {
    SERVER.respondsWith(
        error(400, "ConflictException", ",\"Reason\":\"UNIQUENESS_CONSTRAINT_VIOLATION\""));
    RosterException failure = failure(NativeCallTest::create);
    assertThat(failure.code()).isEqualTo(ErrorCode.CONFLICT);
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    assertThat(failure.unwrap(ConflictException.class)).isPresent();
    assertThat(SERVER.requests()).hasSize(1);
  }

  @Test
  void aRequestThatIsLostOnAnotherThreadIsNotTakenForUnsent() {
    SERVER.respondsWith(LOST);
    RosterException failure =
        failure(sdk -> CompletableFuture.supplyAsync(() -> create(sdk)).join());
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(SERVER.requests()).hasSize(1);
  }

  @Test
  void aCallWithinTheFunctionDoesNotHideTheFunctionsOwnRequest() {
    SERVER.respondsWith(
        error(400, "ResourceNotFoundException", ",\"ResourceType\":\"GROUP_MEMBERSHIP\""), LOST);
    RosterException failure =
        failure(
            sdk -> {
              assertThat(client.findMembership(GROUP, USER)).isEmpty();
              return create(sdk);
            });
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(SERVER.requests()).hasSize(2);
  }

  @Test
  void withAReadyMadeClientAFailureAfterTheResponseIsNotRetriedEither() {
    SERVER.respondsWith(MADE);
    try (IdentitystoreClient ready =
            IdentitystoreClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(SERVER.address())
                .credentialsProvider(IdentityStoreServer.CREDENTIALS)
                .overrideConfiguration(o -> o.retryStrategy(AwsRetryStrategy.doNotRetry()))
                .build();
        RosterClient over =
            RosterClient.builder(
                    AwsDrivers.builder().identityStoreId(OperationCase.STORE).client(ready).build())
                .build()) {
      RosterException failure =
          catchThrowableOfType(
              RosterException.class,
              () ->
                  over.<IdentitystoreClient, CreateUserResponse>callNative(
                      IdentitystoreClient.class,
                      NativeAccess.WRITE,
                      sdk -> {
                        create(sdk);
                        throw new ConnectException("the function's own database is down");
                      }));
      assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    }
    assertThat(SERVER.requests()).hasSize(1);
  }

  @Test
  void withoutCredentialsNothingWasSent() {
    AwsCredentialsProvider none =
        () -> {
          throw new IllegalStateException("no credentials here");
        };
    try (RosterClient poor =
        RosterClient.builder(SERVER.driver().credentialsProvider(none).build()).build()) {
      RosterException failure =
          catchThrowableOfType(
              RosterException.class,
              () ->
                  poor.callNative(
                      IdentitystoreClient.class, NativeAccess.WRITE, NativeCallTest::create));
      assertThat(failure.code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
      assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    }
  }
}
