package dev.roster.aws.internal.credentials;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.SdkPlugin;
import software.amazon.awssdk.core.SdkServiceClientConfiguration;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.IdentityProvider;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.services.identitystore.IdentitystoreServiceClientConfiguration;
import software.amazon.awssdk.utils.SdkAutoCloseable;

/**
 * Where a client's credentials come from: what was given, a named profile and nothing else, or the
 * SDK's default chain. As the last plugin of the client it also sees what a hook has put in its
 * place.
 */
public final class ChosenCredentials implements SdkPlugin {

  private static final String CHAIN =
      "the system properties aws.accessKeyId and aws.secretAccessKey, the environment variables"
          + " AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY, the web identity token file, the default"
          + " profile of the shared configuration and credentials files, the container's"
          + " credentials and the instance profile";

  private final Secrets secrets = new Secrets();
  private final @Nullable String profile;
  private final Origin origin;

  private record Origin(
      IdentityProvider<? extends AwsCredentialsIdentity> provider,
      String lookedIn,
      Runnable closing) {}

  public ChosenCredentials(@Nullable String profile, @Nullable AwsCredentialsProvider given) {
    this.profile = profile;
    this.origin = given == null ? own(profile) : new Origin(given, named(given), () -> {});
  }

  private static Origin own(@Nullable String profile) {
    return profile == null
        ? shared(DefaultCredentialsProvider.builder().build(), CHAIN)
        : shared(
            ofProfile(profile),
            "profile '%s' of the shared configuration and credentials files".formatted(profile));
  }

  private static <P extends AwsCredentialsProvider & SdkAutoCloseable> Origin shared(
      P own, String lookedIn) {
    SharedCredentials shared = new SharedCredentials(own::resolveCredentials);
    return new Origin(shared, lookedIn, () -> close(shared, own));
  }

  private static void close(SharedCredentials shared, SdkAutoCloseable own) {
    shared.close();
    own.close();
  }

  public IdentityProvider<? extends AwsCredentialsIdentity> provider() {
    return origin.provider();
  }

  public Secrets secrets() {
    return secrets;
  }

  @Override
  public void configureClient(SdkServiceClientConfiguration.Builder configuration) {
    if (configuration instanceof IdentitystoreServiceClientConfiguration.Builder client) {
      var chosen = client.credentialsProvider();
      client.credentialsProvider(source(chosen == null ? origin.provider() : chosen));
    }
  }

  private CredentialsSource source(IdentityProvider<? extends AwsCredentialsIdentity> chosen) {
    if (chosen instanceof CredentialsSource wrapped) {
      return wrapped;
    }
    if (chosen == origin.provider()) {
      return new CredentialsSource(chosen, origin.lookedIn(), secrets);
    }
    if (profile != null) {
      throw new IllegalArgumentException(
          "profile is set, and customize sets other credentials: set only one of them");
    }
    return new CredentialsSource(chosen, named(chosen), secrets);
  }

  private static ProfileCredentialsProvider ofProfile(String profile) {
    if (ProfileFile.defaultProfileFile().profile(profile).isEmpty()) {
      throw new IllegalArgumentException(
          "profile '%s' is in neither the shared configuration file nor the credentials file"
              .formatted(profile));
    }
    return ProfileCredentialsProvider.create(profile);
  }

  private static String named(Object given) {
    return "the given " + given.getClass().getSimpleName();
  }

  @Override
  public void close() {
    origin.closing().run();
  }
}
