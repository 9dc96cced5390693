package dev.roster.aws;

import dev.roster.aws.internal.driver.AwsDriver;
import dev.roster.spi.DriverFactory;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.ProviderUri;
import dev.roster.spi.ProxySettings;
import java.net.URI;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Serves {@code aws://STORE?region=REGION}. The parameters, all optional:
 *
 * <ul>
 *   <li>{@code region}: as {@link AwsDrivers.Builder#region(String)};
 *   <li>{@code endpoint}: as {@link AwsDrivers.Builder#endpoint}, percent-encoded;
 *   <li>{@code proxy}: as {@link AwsDrivers.Builder#proxy};
 *   <li>{@code profile}: as {@link AwsDrivers.Builder#profile};
 *   <li>{@code allowPlainHttp=true}: as {@link AwsDrivers.Builder#allowPlainHttp};
 *   <li>{@code strictIds=true}: as {@link AwsDrivers.Builder#strictIds}.
 * </ul>
 */
public final class AwsDriverFactory implements DriverFactory {

  private static final String REGION = "region";
  private static final String ENDPOINT = "endpoint";
  private static final String PROFILE = "profile";
  private static final String ALLOW_PLAIN_HTTP = "allowPlainHttp";
  private static final String STRICT_IDS = "strictIds";
  private static final Set<String> PARAMETERS =
      Set.of(REGION, ENDPOINT, PROFILE, ALLOW_PLAIN_HTTP, STRICT_IDS, ProxySettings.PARAMETER);

  private final Consumer<AwsDrivers.Builder> settings;

  /** For {@link java.util.ServiceLoader}. */
  public AwsDriverFactory() {
    this(builder -> {});
  }

  AwsDriverFactory(Consumer<AwsDrivers.Builder> settings) {
    this.settings = settings;
  }

  @Override
  public String scheme() {
    return AwsDriver.PROVIDER;
  }

  @Override
  public MembershipDriver open(ProviderUri uri) {
    uri.requireOnly(PARAMETERS);
    AwsDrivers.Builder builder = builder(uri);
    settings.accept(builder);
    return builder.build();
  }

  /** What the URI says of the store; what code says comes after it. */
  private static AwsDrivers.Builder builder(ProviderUri uri) {
    AwsDrivers.Builder builder = AwsDrivers.builder().identityStoreId(uri.identityStoreId());
    uri.parameter(REGION).ifPresent(builder::region);
    uri.parameter(ENDPOINT).map(AwsDriverFactory::address).ifPresent(builder::endpoint);
    uri.parameter(PROFILE).ifPresent(builder::profile);
    uri.parameter(ProxySettings.PARAMETER).ifPresent(builder::proxy);
    setFlags(uri, builder);
    return builder;
  }

  private static void setFlags(ProviderUri uri, AwsDrivers.Builder builder) {
    if (uri.flag(ALLOW_PLAIN_HTTP)) {
      builder.allowPlainHttp();
    }
    if (uri.flag(STRICT_IDS)) {
      builder.strictIds();
    }
  }

  private static URI address(String text) {
    try {
      return URI.create(text);
    } catch (IllegalArgumentException malformed) {
      throw new IllegalArgumentException("parameter 'endpoint' of the aws URI is not an address");
    }
  }
}
