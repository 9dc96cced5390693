package dev.roster.aws;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;

/**
 * A provider of credentials that knows where it looks, so that an error can say it. What a provider
 * says itself is kept as the cause and not shown: it may repeat what a credentials program printed.
 */
final class CredentialsSource implements AwsCredentialsProvider {

  private static final String CHAIN =
      "the system properties aws.accessKeyId and aws.secretAccessKey, the environment variables"
          + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, the web identity token file, %s of the"
          + " shared configuration and credentials files, the container's credentials and the"
          + " instance profile";

  private final AwsCredentialsProvider provider;
  private final String lookedIn;
  private final @Nullable DefaultCredentialsProvider own;

  private CredentialsSource(
      AwsCredentialsProvider provider, String lookedIn, @Nullable DefaultCredentialsProvider own) {
    this.provider = provider;
    this.lookedIn = lookedIn;
    this.own = own;
  }

  /** The SDK's default chain, or that of a profile. */
  static CredentialsSource chain(@Nullable String profile) {
    DefaultCredentialsProvider chain =
        DefaultCredentialsProvider.builder().profileName(profile).build();
    String section = profile == null ? "the default profile" : "profile '" + profile + "'";
    return new CredentialsSource(chain, CHAIN.formatted(section), chain);
  }

  /** A provider that belongs to the caller and is never closed here. */
  static CredentialsSource given(AwsCredentialsProvider provider) {
    return new CredentialsSource(
        provider, "the given " + provider.getClass().getSimpleName(), null);
  }

  @Override
  public AwsCredentials resolveCredentials() {
    try {
      return provider.resolveCredentials();
    } catch (SdkClientException missing) {
      throw new CredentialsException(lookedIn, missing);
    }
  }

  /** Not {@link AutoCloseable}, so that closing a client cannot close what a caller gave. */
  void close() {
    if (own != null) {
      own.close();
    }
  }

  @Override
  public String toString() {
    return "credentials from " + lookedIn;
  }
}
