package dev.roster.spring.autoconfigure;

import dev.roster.aws.AwsDrivers;
import dev.roster.spi.DriverFactory;
import dev.roster.spring.AwsDriverCustomizer;
import dev.roster.spring.RosterConnection;
import dev.roster.spring.RosterKeys;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/** Makes drivers for AWS. */
final class AwsProviderDrivers implements ProviderDrivers {

  private final BeansOfClient beans;
  private final List<AwsHttpClients> httpClients;
  private final List<AwsDriverCustomizer> customizers;

  AwsProviderDrivers(
      BeansOfClient beans,
      List<AwsHttpClients> httpClients,
      List<AwsDriverCustomizer> customizers) {
    this.beans = beans;
    this.httpClients = httpClients;
    this.customizers = customizers;
  }

  @Override
  public String provider() {
    return "aws";
  }

  @Override
  public DriverFactory drivers(String client, RosterConnection connection) {
    return AwsDrivers.with(
        driver -> {
          credentials(client, connection).ifPresent(driver::credentialsProvider);
          httpClients.forEach(each -> each.apply(client, driver));
          customizers.forEach(each -> each.customize(client, driver));
        });
  }

  /** A client that names a profile means that profile, whatever beans there are. */
  private Optional<AwsCredentialsProvider> credentials(String client, RosterConnection connection) {
    if (connection.keys().isPresent()) {
      return connection.keys().map(keys -> StaticCredentialsProvider.create(credentials(keys)));
    }
    return connection.hasParameter("profile")
        ? Optional.empty()
        : beans.find(AwsCredentialsProvider.class, client);
  }

  private static AwsCredentials credentials(RosterKeys keys) {
    return keys.token()
        .<AwsCredentials>map(
            token -> AwsSessionCredentials.create(keys.accessKey(), keys.secretKey(), token))
        .orElseGet(() -> AwsBasicCredentials.create(keys.accessKey(), keys.secretKey()));
  }
}
