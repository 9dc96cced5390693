package dev.roster.aws.internal.driver;

import dev.roster.aws.internal.credentials.ChosenCredentials;
import dev.roster.aws.internal.http.AbortableHttpClient;
import dev.roster.aws.internal.http.HttpClients;
import dev.roster.aws.internal.http.ProxiedHttpClient;
import dev.roster.aws.internal.http.ProxyConfigurations;
import dev.roster.spi.NetworkRoute;
import dev.roster.spi.ProxySettings;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.client.config.SdkAdvancedClientOption;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.regions.providers.DefaultAwsRegionProviderChain;
import software.amazon.awssdk.services.identitystore.IdentitystoreClient;
import software.amazon.awssdk.services.identitystore.IdentitystoreClientBuilder;

/**
 * Makes the SDK's client: retries off, requests abortable, nothing closed that was given. Not
 * thread-safe.
 */
public final class NativeClientFactory {

  private static final Logger LOG = LoggerFactory.getLogger("dev.roster.aws");

  private @Nullable Region region;
  private @Nullable URI endpoint;
  private @Nullable String profile;
  private @Nullable AwsCredentialsProvider credentials;
  private @Nullable SdkHttpClient httpClient;
  private SdkHttpClient.@Nullable Builder<?> httpClientBuilder;
  private @Nullable Consumer<IdentitystoreClientBuilder> hook;
  private boolean plainHttpAllowed;
  private ProxySettings proxies = ProxySettings.ofPlatform();

  public void region(Region where) {
    region = where;
  }

  public void endpoint(URI address) {
    endpoint = address;
  }

  public void profile(String name) {
    profile = name;
  }

  public void credentials(AwsCredentialsProvider provider) {
    credentials = provider;
  }

  public void httpClient(SdkHttpClient client) {
    httpClient = client;
  }

  public void httpClientBuilder(SdkHttpClient.Builder<?> builder) {
    httpClientBuilder = builder;
  }

  public void proxy(String proxy) {
    proxies = proxies.withProxy(proxy);
  }

  public void proxyCredentials(String user, String password) {
    proxies = proxies.withCredentials(user, password);
  }

  public void hook(Consumer<IdentitystoreClientBuilder> lastHand) {
    hook = lastHand;
  }

  public void allowPlainHttp() {
    plainHttpAllowed = true;
  }

  public boolean isUntouched() {
    return Stream.of(region, endpoint, profile, credentials, httpClient, httpClientBuilder, hook)
            .allMatch(Objects::isNull)
        && !proxies.isSet();
  }

  public NativeClient make() {
    refuseContradictions();
    ChosenCredentials chosen = new ChosenCredentials(profile, credentials);
    IdentitystoreClientBuilder builder = builder(chosen);
    AtomicReference<SdkHttpClient> http = new AtomicReference<>();
    setHttpClient(builder, http);
    SdkEndpoint address = new SdkEndpoint();
    builder.addPlugin(chosen).addPlugin(address);
    IdentitystoreClient sdk = builder.build();
    SdkHttpClient used = Objects.requireNonNull(http.get(), "the SDK builds its HTTP client");
    JsonExchange json = new JsonExchange(sdk, used, address, Clock.systemUTC());
    return checked(
        NativeClient.owned(sdk, chosen.secrets(), chosen::close, json, route(sdk, address)));
  }

  private Supplier<NetworkRoute> route(IdentitystoreClient sdk, SdkEndpoint address) {
    boolean given = httpClient != null || httpClientBuilder != null;
    ProxySettings settings = proxies;
    return () ->
        given || !ProxyConfigurations.areKnownOf(HttpClients.discovered())
            ? NetworkRoute.of("the SDK's HTTP client decides which proxy is used")
            : settings.routeTo(target(sdk, address));
  }

  /** Before the first request, only the settings that were given say where it goes. */
  private static URI target(IdentitystoreClient sdk, SdkEndpoint address) {
    URI known = address.known();
    return known != null
        ? known
        : sdk.serviceClientConfiguration()
            .endpointOverride()
            .orElseGet(() -> Endpoints.ofRegion(sdk.serviceClientConfiguration().region()));
  }

  /** As the application has it, but for the retries. */
  private IdentitystoreClientBuilder builder(ChosenCredentials chosen) {
    IdentitystoreClientBuilder builder = IdentitystoreClient.builder().region(requiredRegion());
    setEndpoint(builder);
    builder.credentialsProvider(chosen.provider());
    if (hook != null) {
      hook.accept(builder);
    }
    builder.overrideConfiguration(withoutRetries(builder.overrideConfiguration()));
    return builder;
  }

  private void refuseContradictions() {
    if (httpClient != null && httpClientBuilder != null) {
      throw new IllegalArgumentException("set either httpClient or httpClientBuilder, not both");
    }
    if (profile != null && credentials != null) {
      throw new IllegalArgumentException("set either profile or credentialsProvider, not both");
    }
    if (proxies.isSet() && (httpClient != null || httpClientBuilder != null)) {
      throw new IllegalArgumentException(
          "set either proxy or an HTTP client, which has a proxy of its own, not both");
    }
  }

  private void setEndpoint(IdentitystoreClientBuilder builder) {
    if (endpoint != null) {
      Endpoints.check(endpoint, plainHttpAllowed);
      builder.endpointOverride(endpoint);
    }
  }

  private Region requiredRegion() {
    return region == null ? regionOfEnvironment() : region;
  }

  private Region regionOfEnvironment() {
    var chain = DefaultAwsRegionProviderChain.builder();
    if (profile != null) {
      chain.profileName(profile);
    }
    try {
      return chain.build().getRegion();
    } catch (SdkClientException none) {
      throw new IllegalArgumentException(
          "region must be set: none is given, nor found in the system property aws.region, the"
              + " environment variable AWS_REGION, the profile or the instance metadata",
          none);
    }
  }

  private ClientOverrideConfiguration withoutRetries(ClientOverrideConfiguration chosen) {
    warnOfRetries(chosen);
    ClientOverrideConfiguration.Builder replaced = chosen.toBuilder();
    if (profile != null && chosen.defaultProfileName().isEmpty()) {
      replaced.defaultProfileName(profile);
    }
    return replaced
        .retryStrategy(AwsRetryStrategy.doNotRetry())
        .putAdvancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX, userAgentSuffix(chosen))
        .build();
  }

  private static void warnOfRetries(ClientOverrideConfiguration chosen) {
    if (chosen.retryStrategy().isPresent()
        || chosen.retryMode().isPresent()
        || chosen.retryStrategyConfigurator().isPresent()
        || chosen.retryPolicy().isPresent()) {
      LOG.warn(
          "The retry setting that was given to the SDK's builder is replaced by none: Roster"
              + " retries by itself. Set a RetryPolicy on the membership client instead.");
    }
  }

  private static String userAgentSuffix(ClientOverrideConfiguration chosen) {
    return chosen
        .advancedOption(SdkAdvancedClientOption.USER_AGENT_SUFFIX)
        .map(given -> given + " " + UserAgent.VALUE)
        .orElse(UserAgent.VALUE);
  }

  /** The reference has the client as soon as the SDK's client is built. */
  private void setHttpClient(
      IdentitystoreClientBuilder builder, AtomicReference<SdkHttpClient> made) {
    if (httpClient != null) {
      made.set(new AbortableHttpClient(httpClient));
      builder.httpClient(made.get());
    } else if (httpClientBuilder != null) {
      builder.httpClientBuilder(AbortableHttpClient.builder(httpClientBuilder, made::set));
    } else {
      builder.httpClientBuilder(discoveredClient(made::set));
    }
  }

  private SdkHttpClient.Builder<?> discoveredClient(Consumer<SdkHttpClient> made) {
    SdkHttpClient.Builder<?> discovered = HttpClients.discovered();
    if (ProxyConfigurations.areKnownOf(discovered)) {
      refuseUnusableProxy(discovered);
      return ProxiedHttpClient.builder(proxies, HttpClients::discovered, made);
    }
    if (proxies.isSet()) {
      throw new IllegalArgumentException(
          "the proxy cannot be handed to the SDK's HTTP client that is on the class path: give it"
              + " one with httpClientBuilder that has the proxy");
    }
    return AbortableHttpClient.builder(discovered, made);
  }

  /** A mistake in a setting shows here, and not at the first call. */
  private void refuseUnusableProxy(SdkHttpClient.Builder<?> client) {
    proxies
        .proxyFor(endpoint == null ? Endpoints.ofRegion(requiredRegion()) : endpoint)
        .ifPresent(proxy -> ProxyConfigurations.requireUsable(proxy, client));
  }

  /** What the hook or a plugin of the SDK has set shows only in the finished client. */
  private NativeClient checked(NativeClient made) {
    try {
      check(made);
      return made;
    } catch (IllegalArgumentException refused) {
      made.close();
      throw refused;
    }
  }

  private void check(NativeClient made) {
    made.sdk()
        .serviceClientConfiguration()
        .endpointOverride()
        .ifPresent(address -> Endpoints.check(address, plainHttpAllowed));
    if (made.sdkAttempts() > 1) {
      throw new IllegalArgumentException(
          "a plugin of the SDK turns its retries on; Roster retries by itself");
    }
  }
}
