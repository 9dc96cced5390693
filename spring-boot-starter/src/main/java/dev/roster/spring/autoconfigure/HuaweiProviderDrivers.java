package dev.roster.spring.autoconfigure;

import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiCredentialsProvider;
import dev.roster.huawei.HuaweiDrivers;
import dev.roster.spi.DriverFactory;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.ProviderUri;
import dev.roster.spring.HuaweiDriverCustomizer;
import dev.roster.spring.RosterConnection;
import dev.roster.spring.RosterKeys;
import java.util.List;
import java.util.Optional;

/** Makes drivers for Huawei Cloud. */
final class HuaweiProviderDrivers implements ProviderDrivers {

  private final BeansOfClient beans;
  private final HuaweiHttpClients httpClients;
  private final List<HuaweiDriverCustomizer> customizers;

  HuaweiProviderDrivers(
      BeansOfClient beans,
      HuaweiHttpClients httpClients,
      List<HuaweiDriverCustomizer> customizers) {
    this.beans = beans;
    this.httpClients = httpClients;
    this.customizers = customizers;
  }

  @Override
  public String provider() {
    return "huawei";
  }

  @Override
  public DriverFactory drivers(String client, RosterConnection connection) {
    return new Drivers(this, client, connection);
  }

  private void prepare(
      HuaweiDrivers.Builder driver, ProviderUri uri, String client, RosterConnection connection) {
    credentials(uri, client, connection).ifPresent(driver::credentialsProvider);
    httpClients.apply(client, driver);
    customizers.forEach(each -> each.customize(client, driver));
  }

  /** A client that names a source of credentials means that source, whatever beans there are. */
  private Optional<HuaweiCredentialsProvider> credentials(
      ProviderUri uri, String client, RosterConnection connection) {
    if (connection.keys().isPresent()) {
      return connection.keys().map(keys -> HuaweiCredentialsProvider.of(credentials(keys)));
    }
    if (uri.parameter("profileFile").isPresent() || uri.flag("metadata")) {
      return Optional.empty();
    }
    return ofBeans(client);
  }

  private Optional<HuaweiCredentialsProvider> ofBeans(String client) {
    return beans
        .own(HuaweiCredentialsProvider.class, client)
        .or(() -> beans.own(HuaweiCredentials.class, client).map(HuaweiCredentialsProvider::of))
        .or(() -> beans.shared(HuaweiCredentialsProvider.class, client))
        .or(() -> beans.shared(HuaweiCredentials.class, client).map(HuaweiCredentialsProvider::of));
  }

  private static HuaweiCredentials credentials(RosterKeys keys) {
    HuaweiCredentials permanent = HuaweiCredentials.of(keys.accessKey(), keys.secretKey());
    return keys.token().map(permanent::withSecurityToken).orElse(permanent);
  }

  /** Only the parsed configuration string says whether a source is on or off. */
  private record Drivers(HuaweiProviderDrivers provider, String client, RosterConnection connection)
      implements DriverFactory {

    @Override
    public String scheme() {
      return provider.provider();
    }

    @Override
    public MembershipDriver open(ProviderUri uri) {
      return HuaweiDrivers.with(driver -> provider.prepare(driver, uri, client, connection))
          .open(uri);
    }
  }
}
