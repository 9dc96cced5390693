package dev.roster.aws;

import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;

/** The SDK's client, and what has to be closed with it. */
final class NativeClient {

  private final IdentitystoreClient sdk;
  private final AttemptRunner runner;
  private final @Nullable CredentialsSource credentials;

  private NativeClient(
      IdentitystoreClient sdk, AttemptRunner runner, @Nullable CredentialsSource credentials) {
    this.sdk = sdk;
    this.runner = runner;
    this.credentials = credentials;
  }

  /** A client that we made and therefore close. */
  static NativeClient owned(IdentitystoreClient sdk, CredentialsSource credentials) {
    return new NativeClient(sdk, AttemptRunner.ABORTING, credentials);
  }

  /** A client that belongs to the caller. */
  static NativeClient given(IdentitystoreClient sdk) {
    return new NativeClient(sdk, AttemptRunner.TIMED, null);
  }

  IdentitystoreClient sdk() {
    return sdk;
  }

  AttemptRunner runner() {
    return runner;
  }

  /** How many requests the SDK itself may make of one call; 1 is right, for Roster retries. */
  int sdkAttempts() {
    return sdk.serviceClientConfiguration()
        .overrideConfiguration()
        .retryStrategy()
        .map(strategy -> strategy.maxAttempts())
        .orElse(1);
  }

  void close() {
    if (credentials != null) {
      sdk.close();
      credentials.close();
    }
  }

  @Override
  public String toString() {
    return "client=%s, sdkAttempts=%d"
        .formatted(credentials == null ? "ready-made" : "own", sdkAttempts());
  }
}
