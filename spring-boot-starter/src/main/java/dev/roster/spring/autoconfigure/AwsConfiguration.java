package dev.roster.spring.autoconfigure;

import dev.roster.aws.AwsDrivers;
import dev.roster.spring.AwsDriverCustomizer;
import dev.roster.spring.AwsHttpClientCustomizer;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;

/** Drivers for AWS, where the application has the provider. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(AwsDrivers.class)
class AwsConfiguration {

  @Bean
  AwsProviderDrivers awsRosterDrivers(
      BeansOfClient beans,
      ObjectProvider<AwsHttpClients> httpClients,
      ObjectProvider<AwsDriverCustomizer> customizers) {
    return new AwsProviderDrivers(
        beans, httpClients.stream().toList(), customizers.orderedStream().toList());
  }

  /** The HTTP client that the provider recommends: an application may have excluded it. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(Apache5HttpClient.class)
  static class Apache5Configuration {

    @Bean
    AwsHttpClients awsRosterHttpClients(ObjectProvider<AwsHttpClientCustomizer> customizers) {
      List<AwsHttpClientCustomizer> given = customizers.orderedStream().toList();
      return (client, driver) -> {
        if (!given.isEmpty()) {
          Apache5HttpClient.Builder builder = Apache5HttpClient.builder();
          given.forEach(each -> each.customize(client, builder));
          driver.httpClientBuilder(builder);
        }
      };
    }
  }
}
