package dev.roster.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.ErrorCode;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;

/** What holds with a client that the application has made. */
class ReadyMadeClientTest {

  private static final RetryStrategy AT_ONCE =
      AwsRetryStrategy.standardRetryStrategy().toBuilder()
          .backoffStrategy(BackoffStrategy.retryImmediately())
          .build();

  @RegisterExtension static final IdentityStoreServer SERVER = new IdentityStoreServer();

  /** The client's own read timeout is 30 seconds, beyond what this test is given. */
  @ParameterizedTest
  @EnumSource
  @Timeout(20)
  void anAttemptEndsWhenItsTimeHasPassed(HttpClientKind kind) throws Exception {
    try (SocketServer server = new SocketServer();
        IdentitystoreClient sdk = client(server.address(), AwsRetryStrategy.doNotRetry(), kind)) {
      ErrorDescription description = failure(driver(sdk), new HurriedAttempt());
      assertThat(description.code()).isEqualTo(ErrorCode.TIMEOUT);
      assertThat(description.reach()).isEqualTo(Reach.MAYBE_APPLIED);
    }
  }

  @Test
  void aRefusalAfterTheClientsOwnRetryMayHideAChange() {
    SERVER.respondsWith(
        IdentityStoreServer.error(500, "InternalServerException", ""),
        IdentityStoreServer.error(400, "ConflictException", ""));
    try (IdentitystoreClient sdk = client(SERVER.address(), AT_ONCE, HttpClientKind.APACHE_5)) {
      ErrorDescription description = failure(driver(sdk), new RecordedAttempt());
      assertThat(description.code()).isEqualTo(ErrorCode.CONFLICT);
      assertThat(description.reach()).isEqualTo(Reach.MAYBE_APPLIED);
      assertThat(SERVER.requests()).hasSize(2);
    }
  }

  @Test
  void settingsForMakingAClientAreRefusedBesidesOne() {
    try (IdentitystoreClient sdk = client(SERVER.address(), AT_ONCE, HttpClientKind.APACHE_5)) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SERVER.driver().client(sdk).build())
          .withMessageContaining("ready-made");
    }
  }

  private static ErrorDescription failure(MembershipDriver driver, AttemptContext attempt) {
    Throwable failure =
        catchThrowable(
            () -> driver.createMembership(OperationCase.GROUP, OperationCase.USER, attempt));
    assertThat(failure).isNotNull();
    return driver.describe(failure);
  }

  private static MembershipDriver driver(IdentitystoreClient sdk) {
    return AwsDrivers.builder().identityStoreId(OperationCase.STORE).client(sdk).build();
  }

  private static IdentitystoreClient client(
      URI address, RetryStrategy retries, HttpClientKind kind) {
    return IdentitystoreClient.builder()
        .region(Region.EU_WEST_1)
        .endpointOverride(address)
        .credentialsProvider(IdentityStoreServer.CREDENTIALS)
        .httpClientBuilder(kind.builder())
        .overrideConfiguration(options -> options.retryStrategy(retries))
        .build();
  }

  private static final class HurriedAttempt implements AttemptContext {

    @Override
    public Duration timeLeft() {
      return Duration.ofMillis(500);
    }

    @Override
    public void onAbort(Runnable abort) {}

    @Override
    public void requestId(String requestId) {}
  }
}
