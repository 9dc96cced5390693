package dev.roster.huawei;

import dev.roster.huawei.internal.driver.HuaweiDriver;
import dev.roster.spi.DriverFactory;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.ProviderUri;
import dev.roster.spi.ProxySettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Opens {@code huawei://STORE?region=REGION}. Parameters, besides those that every provider has:
 *
 * <ul>
 *   <li>{@code region}: the home region of the store; required unless there is an endpoint
 *   <li>{@code endpoint}: the address of the service instead of the region's
 *   <li>{@code allowPlainHttp=true}: allows an endpoint without TLS on a host that is not loopback
 *   <li>{@code proxy}: as {@link HuaweiDrivers.Builder#proxy}
 *   <li>{@code projectId}: sent as {@code X-Project-Id}
 *   <li>{@code strictIds=true}: every id has to be a UUID
 *   <li>{@code profileFile}: the profile file to read credentials from, and nothing else
 *   <li>{@code metadata=true}: asks the cloud server's metadata service for credentials, after all
 *       other sources
 * </ul>
 *
 * <p>Credentials are never in the string; see {@link HuaweiCredentialsProvider}.
 */
public final class HuaweiDriverFactory implements DriverFactory {

  private static final String REGION = "region";
  private static final String ENDPOINT = "endpoint";
  private static final String ALLOW_PLAIN_HTTP = "allowPlainHttp";
  private static final String PROJECT_ID = "projectId";
  private static final String STRICT_IDS = "strictIds";
  private static final String PROFILE_FILE = "profileFile";
  private static final String METADATA = "metadata";
  private static final Set<String> PARAMETERS =
      Set.of(
          REGION,
          ENDPOINT,
          ALLOW_PLAIN_HTTP,
          PROJECT_ID,
          STRICT_IDS,
          PROFILE_FILE,
          METADATA,
          ProxySettings.PARAMETER);

  private final Consumer<HuaweiDrivers.Builder> settings;

  /** For {@link java.util.ServiceLoader}. */
  public HuaweiDriverFactory() {
    this(builder -> {});
  }

  HuaweiDriverFactory(Consumer<HuaweiDrivers.Builder> settings) {
    this.settings = settings;
  }

  @Override
  public String scheme() {
    return HuaweiDriver.PROVIDER;
  }

  @Override
  public MembershipDriver open(ProviderUri uri) {
    uri.requireOnly(PARAMETERS);
    HuaweiDrivers.Builder builder = builder(uri);
    settings.accept(builder);
    setCredentials(uri, builder);
    return builder.build();
  }

  /** Credentials of the string and of the code would hide one another. */
  private static void setCredentials(ProviderUri uri, HuaweiDrivers.Builder builder) {
    if (!builder.hasCredentials()) {
      builder.credentialsProvider(credentials(uri));
    } else if (uri.flag(METADATA) || uri.parameter(PROFILE_FILE).isPresent()) {
      throw new IllegalArgumentException(
          "set either the parameter 'profileFile' or 'metadata' of the URI, or credentials in code,"
              + " not both");
    }
  }

  private static HuaweiDrivers.Builder builder(ProviderUri uri) {
    HuaweiDrivers.Builder builder = HuaweiDrivers.builder().identityStoreId(uri.identityStoreId());
    uri.parameter(REGION).ifPresent(builder::region);
    uri.parameter(ENDPOINT).map(HuaweiDriverFactory::address).ifPresent(builder::endpoint);
    uri.parameter(ProxySettings.PARAMETER).ifPresent(builder::proxy);
    uri.parameter(PROJECT_ID).ifPresent(builder::projectId);
    setFlags(uri, builder);
    return builder;
  }

  private static void setFlags(ProviderUri uri, HuaweiDrivers.Builder builder) {
    if (uri.flag(ALLOW_PLAIN_HTTP)) {
      builder.allowPlainHttp();
    }
    if (uri.flag(STRICT_IDS)) {
      builder.strictIds();
    }
  }

  private static URI address(String text) {
    try {
      return new URI(text);
    } catch (URISyntaxException malformed) {
      throw new IllegalArgumentException(
          "parameter 'endpoint' must be like https://host or https://host:port");
    }
  }

  private static HuaweiCredentialsProvider credentials(ProviderUri uri) {
    List<HuaweiCredentialsProvider> sources = new ArrayList<>(environmentOrFile(uri));
    if (uri.flag(METADATA)) {
      sources.add(HuaweiCredentialsProvider.instanceMetadata());
    }
    return HuaweiCredentialsProvider.chain(sources);
  }

  private static List<HuaweiCredentialsProvider> environmentOrFile(ProviderUri uri) {
    return uri.parameter(PROFILE_FILE)
        .map(path -> List.of(profileFile(path)))
        .orElseGet(
            () ->
                List.of(
                    HuaweiCredentialsProvider.systemProperties(),
                    HuaweiCredentialsProvider.environment(),
                    HuaweiCredentialsProvider.profileFile()));
  }

  private static HuaweiCredentialsProvider profileFile(String path) {
    try {
      return HuaweiCredentialsProvider.profileFile(Path.of(path));
    } catch (InvalidPathException malformed) {
      throw new IllegalArgumentException("parameter 'profileFile' must be the path of a file");
    }
  }
}
