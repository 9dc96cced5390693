package dev.roster.emulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.huaweicloud.sdk.core.exception.ServiceResponseException;
import com.huaweicloud.sdk.identitycenterstore.v1.IdentityCenterStoreClient;
import dev.roster.emulator.internal.aws.AwsProtocol;
import dev.roster.emulator.internal.signature.SignatureRejectedException;
import dev.roster.emulator.internal.signature.SignatureVerifier;
import dev.roster.emulator.internal.state.Stores;
import dev.roster.emulator.internal.wire.Response;
import dev.roster.memory.StoreOperation;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.identitystore.model.IdentitystoreException;

/** The responses to official clients whose signatures are in order but not accepted. */
class SignatureResponsesTest {

  private static final String STORE = "d-1234567890";

  private final Instant now = Instant.now();
  private final AccessKey fresh =
      AccessKey.temporary("FAKEAK1", "fakeSecret1", "fake-token1")
          .expiringAt(now.plus(Duration.ofHours(1)));
  private final AccessKey stale =
      AccessKey.temporary("FAKEAK2", "fakeSecret2", "fake-token2").expiringAt(now);
  private final Emulator emulator =
      Emulator.builder().key(fresh).key(stale).region("eu-central-1").start();

  @AfterEach
  void close() {
    emulator.close();
  }

  @Test
  void aTemporaryKeyIsAcceptedUntilItExpires() {
    assertThatCode(awsCall(fresh, Region.EU_CENTRAL_1)).doesNotThrowAnyException();
    assertThatCode(huaweiCall(fresh)).doesNotThrowAnyException();

    assertThatExceptionOfType(IdentitystoreException.class)
        .isThrownBy(awsCall(stale, Region.EU_CENTRAL_1))
        .satisfies(
            refused -> {
              assertThat(refused.statusCode()).isEqualTo(400);
              assertThat(refused.awsErrorDetails().errorCode()).isEqualTo("ExpiredTokenException");
            });
    assertThatExceptionOfType(ServiceResponseException.class)
        .isThrownBy(huaweiCall(stale))
        .satisfies(
            refused -> {
              assertThat(refused.getHttpStatusCode()).isEqualTo(401);
              assertThat(refused.getErrorCode()).isEqualTo("APIGW.0301");
              assertThat(refused.getErrorMsg()).contains("expired");
            });
  }

  @Test
  void anotherRegionThanTheOneThatIsSetIsRefused() {
    assertThatExceptionOfType(IdentitystoreException.class)
        .isThrownBy(awsCall(fresh, Region.US_EAST_1))
        .satisfies(
            refused ->
                assertThat(refused.awsErrorDetails().errorCode())
                    .isEqualTo("InvalidSignatureException"))
        .withMessageContaining("scoped to a valid region, not to 'us-east-1'");
    assertThat(emulator.store().requests().total()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "MISSING, MissingAuthenticationTokenException",
    "MALFORMED, IncompleteSignatureException",
    "UNKNOWN_KEY, UnrecognizedClientException",
    "WRONG_TOKEN, UnrecognizedClientException",
    "EXPIRED_TOKEN, ExpiredTokenException",
    "WRONG_SCOPE, InvalidSignatureException",
    "OUT_OF_TIME, InvalidSignatureException",
    "MISMATCH, InvalidSignatureException"
  })
  void everyReasonHasItsCode(SignatureRejectedException.Reason reason, String awsCode) {
    SignatureRejectedException rejection = new SignatureRejectedException(reason, "because");
    Stores none = new Stores(emulator.stores());

    Response aws =
        new AwsProtocol(none, SignatureVerifier.OFF, Set.of(), null)
            .unauthenticated(rejection, "id");
    assertThat(aws.status()).isEqualTo(400);
    assertThat(new String(aws.body(), StandardCharsets.UTF_8))
        .contains(awsCode)
        .contains("because");
  }

  @Test
  void onlyATemporaryKeyExpires() {
    assertThatIllegalStateException()
        .isThrownBy(() -> AccessKey.of("FAKEAK3", "fakeSecret3").expiringAt(now))
        .withMessageContaining("no session token");
    assertThat(AccessKey.of("FAKEAK3", "fakeSecret3").expiresAt()).isEmpty();
    assertThat(stale.expiresAt()).contains(now);
  }

  @Test
  void twoKeysOfOneIdentifierAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Emulator.builder().key(fresh).key(fresh).start())
        .withMessageContaining("FAKEAK1");
  }

  private ThrowingCallable awsCall(AccessKey key, Region region) {
    return () -> {
      try (IdentitystoreClient client =
          IdentitystoreClient.builder()
              .endpointOverride(emulator.endpoint())
              .region(region)
              .credentialsProvider(
                  StaticCredentialsProvider.create(
                      AwsSessionCredentials.create(
                          key.id(), key.secret(), key.token().orElseThrow())))
              .overrideConfiguration(c -> c.retryStrategy(AwsRetryStrategy.doNotRetry()))
              .build()) {
        client.listUsers(r -> r.identityStoreId(STORE));
      }
    };
  }

  private ThrowingCallable huaweiCall(AccessKey key) {
    IdentityCenterStoreClient client = HuaweiSdk.client(emulator, key);
    return () -> HuaweiSdk.call(client, StoreOperation.LIST_USERS, STORE, "");
  }
}
