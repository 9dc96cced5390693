package dev.roster.spring.autoconfigure;

import dev.roster.huawei.HuaweiCredentials;
import dev.roster.huawei.HuaweiCredentialsProvider;
import dev.roster.huawei.HuaweiDrivers;
import dev.roster.spi.DriverFactory;
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
    return HuaweiDrivers.with(
        driver -> {
          credentials(client, connection).ifPresent(driver::credentialsProvider);
          httpClients.apply(client, driver);
          customizers.forEach(each -> each.customize(client, driver));
        });
  }

  /** A client that names a source of credentials means that source, whatever beans there are. */
  private Optional<HuaweiCredentialsProvider> credentials(
      String client, RosterConnection connection) {
    if (connection.keys().isPresent()) {
      return connection.keys().map(keys -> HuaweiCredentialsProvider.of(credentials(keys)));
    }
    if (connection.hasParameter("profileFile") || connection.hasParameter("metadata")) {
      return Optional.empty();
    }
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
}
