package dev.roster.aws.internal.driver;

import dev.roster.aws.internal.attempt.AttemptRunner;
import dev.roster.aws.internal.credentials.Secrets;
import dev.roster.spi.NetworkRoute;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;

/** The SDK's client, and what has to be closed with it. */
public final class NativeClient {

  private static final Logger LOG = LoggerFactory.getLogger("dev.roster.aws");

  private final IdentitystoreClient sdk;
  private final AttemptRunner runner;
  private final Secrets secrets;
  private final @Nullable Runnable closing;
  private final @Nullable JsonExchange json;
  private final Supplier<NetworkRoute> route;

  private NativeClient(
      IdentitystoreClient sdk,
      AttemptRunner runner,
      Secrets secrets,
      @Nullable Runnable closing,
      @Nullable JsonExchange json,
      Supplier<NetworkRoute> route) {
    this.sdk = sdk;
    this.runner = runner;
    this.secrets = secrets;
    this.closing = closing;
    this.json = json;
    this.route = route;
  }

  /**
   * A client that we made and therefore close.
   *
   * @param secrets the credentials that it uses
   * @param closing closes what was made with it
   * @param json sends what it does not have
   * @param route knows how its requests travel
   */
  static NativeClient owned(
      IdentitystoreClient sdk,
      Secrets secrets,
      Runnable closing,
      JsonExchange json,
      Supplier<NetworkRoute> route) {
    return new NativeClient(sdk, AttemptRunner.ABORTING, secrets, closing, json, route);
  }

  /** A client that belongs to the caller. */
  public static NativeClient given(IdentitystoreClient sdk) {
    NativeClient given =
        new NativeClient(
            sdk,
            AttemptRunner.TIMED,
            new Secrets(),
            null,
            null,
            () -> NetworkRoute.of("the ready-made client decides which proxy is used"));
    if (given.sdkAttempts() > 1) {
      LOG.warn(
          "The ready-made client makes up to {} requests of one call. Roster retries by itself:"
              + " build the client with AwsRetryStrategy.doNotRetry().",
          given.sdkAttempts());
    }
    return given;
  }

  NetworkRoute route() {
    return route.get();
  }

  Secrets secrets() {
    return secrets;
  }

  /** Sends what the SDK does not have; null where the HTTP client is not ours to use. */
  @Nullable JsonExchange json() {
    return json;
  }

  /** The region that requests are signed for; empty where a ready-made client does not say. */
  public Optional<String> region() {
    return Optional.ofNullable(sdk.serviceClientConfiguration().region()).map(Region::id);
  }

  /** The region that the host's name is made from; null where the address is another. */
  @Nullable String regionOfHost() {
    var configuration = sdk.serviceClientConfiguration();
    Region region = configuration.region();
    return region == null || configuration.endpointOverride().isPresent() ? null : region.id();
  }

  IdentitystoreClient sdk() {
    return sdk;
  }

  AttemptRunner runner() {
    return runner;
  }

  /** How many requests the SDK itself may make of one call; 1 is right, for Roster retries. */
  public int sdkAttempts() {
    return sdk.serviceClientConfiguration()
        .overrideConfiguration()
        .retryStrategy()
        .map(strategy -> strategy.maxAttempts())
        .orElse(1);
  }

  void close() {
    if (closing != null) {
      sdk.close();
      closing.run();
    }
  }

  @Override
  public String toString() {
    return "client=%s, sdkAttempts=%d"
        .formatted(closing == null ? "ready-made" : "own", sdkAttempts());
  }
}
