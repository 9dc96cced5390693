package dev.roster.aws.internal.driver;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import software.amazon.awssdk.http.ContentStreamProvider;
import software.amazon.awssdk.http.HttpExecuteRequest;
import software.amazon.awssdk.http.SdkHttpRequest;
import software.amazon.awssdk.http.SdkHttpResponse;
import software.amazon.awssdk.http.auth.aws.signer.AwsV4HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.HttpSigner;
import software.amazon.awssdk.http.auth.spi.signer.SignedRequest;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.services.identitystore.IdentitystoreServiceClientConfiguration;

/**
 * Signs what the SDK's client does not send itself, with its signer, its credentials and its
 * region. As the SDK does, it corrects its clock by a response that shows that it is off.
 * Thread-safe.
 */
final class RequestSigner {

  private static final String SERVICE = "identitystore";

  /** As the SDK: a signature is valid for five minutes, and a response takes some time. */
  private static final Duration LARGEST_SKEW = Duration.ofMinutes(4);

  private final AwsV4HttpSigner signer = AwsV4HttpSigner.create();
  private final IdentitystoreServiceClientConfiguration configuration;
  private final Clock clock;
  private volatile Duration skew = Duration.ZERO;

  RequestSigner(IdentitystoreServiceClientConfiguration configuration, Clock clock) {
    this.configuration = configuration;
    this.clock = clock;
  }

  /** Anonymous credentials send requests without a signature. */
  HttpExecuteRequest sign(SdkHttpRequest request, byte[] body) {
    ContentStreamProvider payload = ContentStreamProvider.fromByteArray(body);
    AwsCredentialsIdentity identity = configuration.credentialsProvider().resolveIdentity().join();
    if (identity.accessKeyId() == null) {
      return execution(request, payload);
    }
    SignedRequest signed = signed(request, payload, identity);
    return execution(signed.request(), signed.payload().orElse(payload));
  }

  private SignedRequest signed(
      SdkHttpRequest request, ContentStreamProvider payload, AwsCredentialsIdentity identity) {
    return signer.sign(
        sign ->
            sign.request(request)
                .payload(payload)
                .identity(identity)
                .putProperty(AwsV4HttpSigner.SERVICE_SIGNING_NAME, SERVICE)
                .putProperty(AwsV4HttpSigner.REGION_NAME, configuration.region().id())
                .putProperty(HttpSigner.SIGNING_CLOCK, Clock.offset(clock, skew)));
  }

  private static HttpExecuteRequest execution(
      SdkHttpRequest request, ContentStreamProvider payload) {
    return HttpExecuteRequest.builder().request(request).contentStreamProvider(payload).build();
  }

  /** Learns from the time of a response that refuses a request because of its time. */
  void learn(SdkHttpResponse refusal) {
    refusal.firstMatchingHeader("Date").ifPresent(this::learn);
  }

  private void learn(String date) {
    try {
      Instant theirs = ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
      Duration found = Duration.between(clock.instant(), theirs);
      skew = found.abs().compareTo(LARGEST_SKEW) < 0 ? Duration.ZERO : found;
    } catch (DateTimeParseException malformed) {
      // A response without a usable time says nothing about the clock.
    }
  }
}
