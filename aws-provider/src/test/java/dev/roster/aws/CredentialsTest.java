package dev.roster.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.ErrorCode;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.core.interceptor.Context;
import software.amazon.awssdk.core.interceptor.ExecutionAttributes;
import software.amazon.awssdk.core.interceptor.ExecutionInterceptor;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.identitystore.model.ResourceNotFoundException;

/** A failure to get credentials is never taken for a response of the identity store. */
class CredentialsTest {

  @RegisterExtension static final IdentityStoreServer SERVER = new IdentityStoreServer();

  static List<Arguments> failures() {
    List<Supplier<Throwable>> failures =
        List.of(
            () -> ofAnotherService("ResourceNotFoundException"),
            () -> ofAnotherService("TooManyRequestsException"),
            () -> ofAnotherService("InternalFailure"),
            () -> ofAnotherService("ExpiredTokenException"),
            () -> ofAnotherService("ConflictException"),
            () -> SdkClientException.create("w", ofAnotherService("ResourceNotFoundException")),
            () -> new IllegalStateException(ofAnotherService("ResourceNotFoundException")),
            () -> AwsServiceException.builder().message("without details").build(),
            CredentialsTest::likeTheIdentityStores,
            () -> SdkClientException.create("none"),
            () -> SdkClientException.create("no route", new IOException("reset")),
            () -> new NullPointerException("bug"),
            () -> new NoClassDefFoundError("a module of the SDK"),
            () -> new AssertionError("bug"));
    List<Arguments> cases = new ArrayList<>();
    for (Supplier<Throwable> failure : failures) {
      cases.add(Arguments.of(failure.get().toString(), throwing(failure)));
    }
    cases.add(Arguments.of("null", (AwsCredentialsProvider) () -> nothing()));
    cases.add(Arguments.of("half of a key", (AwsCredentialsProvider) () -> keys("AKIAFAKE", null)));
    cases.add(Arguments.of("the other half", (AwsCredentialsProvider) () -> keys(null, "FAKE")));
    return cases;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("failures")
  void whateverTheProviderDoesItIsUnauthenticatedAndNothingIsSent(
      String name, AwsCredentialsProvider provider) {
    for (OperationCase operation : OperationCase.values()) {
      assertUnauthenticated(SERVER.driver().credentialsProvider(provider), operation);
      assertUnauthenticated(
          SERVER.driver().customize(builder -> builder.credentialsProvider(provider)), operation);
    }
    assertThat(SERVER.requests()).isEmpty();
  }

  @Test
  void aFailureBeforeAnyRequestIsNoAnswerOfTheStoreWhereverItComesFrom() {
    ExecutionInterceptor failing =
        new ExecutionInterceptor() {
          @Override
          public void beforeExecution(Context.BeforeExecution context, ExecutionAttributes ours) {
            throw likeTheIdentityStores();
          }
        };
    for (OperationCase operation : OperationCase.values()) {
      assertUnauthenticated(
          SERVER
              .driver()
              .customize(
                  builder ->
                      builder.overrideConfiguration(
                          options -> options.addExecutionInterceptor(failing))),
          operation);
    }
    assertThat(SERVER.requests()).isEmpty();
  }

  @Test
  void aMembershipIsNotAbsentBecauseCredentialsAreNotFound() {
    AwsCredentialsProvider provider = throwing(() -> ofAnotherService("ResourceNotFoundException"));
    MembershipDriver driver = SERVER.driver().credentialsProvider(provider).build();
    try (RosterClient client = RosterClient.builder(driver).build()) {
      for (Runnable call : calls(client)) {
        RosterException failure = catchThrowableOfType(RosterException.class, call::run);
        assertThat(failure.code()).isEqualTo(ErrorCode.UNAUTHENTICATED);
        assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
        assertThat(failure).hasMessageContaining("ResourceNotFoundException");
      }
    }
    assertThat(SERVER.requests()).isEmpty();
  }

  private static List<Runnable> calls(RosterClient client) {
    return List.of(
        () -> client.findMembership(OperationCase.GROUP, OperationCase.USER),
        () -> client.ensureNotMember(OperationCase.GROUP, OperationCase.USER),
        () -> client.deleteMembership(OperationCase.MEMBERSHIP),
        () -> client.createMembership(OperationCase.GROUP, OperationCase.USER));
  }

  @Test
  void anInterruptInsideTheProviderIsACancellationOfWhichNothingWasSent() {
    for (RuntimeException interrupted :
        List.of(
            AbortedException.create("interrupted"),
            SdkClientException.create("interrupted", new InterruptedException()))) {
      assertThat(
              failure(
                  SERVER.driver().credentialsProvider(throwing(() -> interrupted)),
                  OperationCase.CREATE))
          .returns(ErrorCode.CANCELLED, ErrorDescription::code)
          .returns(Reach.NOT_SENT, ErrorDescription::reach);
    }
  }

  @Test
  void anonymousCredentialsArePermitted() {
    SERVER.respondsWith(IdentityStoreServer.ok(OperationCase.GET.response));
    try (RosterClient client =
        RosterClient.builder(
                SERVER.driver().credentialsProvider(AnonymousCredentialsProvider.create()).build())
            .build()) {
      client.getMembership(OperationCase.MEMBERSHIP);
    }
    assertThat(SERVER.requests().get(0).containsHeader("Authorization")).isFalse();
  }

  /** As far as a ready-made client shows it: by the exception's own service. */
  @Test
  void anErrorOfAnotherServiceIsNoAnswerOfTheStoreWithAReadyMadeClientEither() {
    AwsCredentialsProvider provider = throwing(() -> ofAnotherService("ResourceNotFoundException"));
    try (IdentitystoreClient sdk =
        IdentitystoreClient.builder()
            .region(Region.EU_WEST_1)
            .endpointOverride(SERVER.address())
            .credentialsProvider(provider)
            .build()) {
      for (OperationCase operation : OperationCase.values()) {
        assertUnauthenticated(
            AwsDrivers.builder().identityStoreId(OperationCase.STORE).client(sdk), operation);
      }
    }
    assertThat(SERVER.requests()).isEmpty();
  }

  private static void assertUnauthenticated(AwsDrivers.Builder builder, OperationCase operation) {
    assertThat(failure(builder, operation))
        .returns(ErrorCode.UNAUTHENTICATED, ErrorDescription::code)
        .returns(Reach.NOT_SENT, ErrorDescription::reach)
        .returns(Optional.empty(), ErrorDescription::retryAfter);
  }

  private static ErrorDescription failure(AwsDrivers.Builder builder, OperationCase operation) {
    try (MembershipDriver driver = builder.build()) {
      Throwable failure = catchThrowable(() -> operation.call(driver, new RecordedAttempt()));
      return driver.describe(Objects.requireNonNull(failure, "the call succeeded"));
    }
  }

  private static AwsCredentialsProvider throwing(Supplier<? extends Throwable> failure) {
    return () -> sneak(failure.get());
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> AwsCredentials sneak(Throwable failure) throws E {
    throw (E) failure;
  }

  private static AwsServiceException ofAnotherService(String code) {
    return AwsServiceException.builder()
        .message("said of another service's things")
        .statusCode(400)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).serviceName("Sts").build())
        .build();
  }

  private static AwsServiceException likeTheIdentityStores() {
    return ResourceNotFoundException.builder()
        .resourceType("GROUP_MEMBERSHIP")
        .message("not this one's")
        .statusCode(400)
        .requestId(IdentityStoreServer.REQUEST_ID)
        .awsErrorDetails(AwsErrorDetails.builder().errorCode("ResourceNotFoundException").build())
        .build();
  }

  @SuppressWarnings("NullAway")
  private static AwsCredentials nothing() {
    return null;
  }

  private static AwsCredentials keys(@Nullable String id, @Nullable String secret) {
    return new AwsCredentials() {
      @Override
      @SuppressWarnings("NullAway")
      public String accessKeyId() {
        return id;
      }

      @Override
      @SuppressWarnings("NullAway")
      public String secretAccessKey() {
        return secret;
      }
    };
  }
}
