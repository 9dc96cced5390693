package dev.roster.spring.autoconfigure;

import dev.roster.huawei.HuaweiDrivers;
import dev.roster.spring.HuaweiDriverCustomizer;
import dev.roster.spring.HuaweiHttpClientCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Drivers for Huawei Cloud, where the application has the provider. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(HuaweiDrivers.class)
class HuaweiConfiguration {

  @Bean
  HuaweiHttpClients huaweiRosterHttpClients(
      ObjectProvider<HuaweiHttpClientCustomizer> customizers) {
    return new HuaweiHttpClients(customizers.orderedStream().toList());
  }

  @Bean
  HuaweiProviderDrivers huaweiRosterDrivers(
      BeansOfClient beans,
      HuaweiHttpClients httpClients,
      ObjectProvider<HuaweiDriverCustomizer> customizers) {
    return new HuaweiProviderDrivers(beans, httpClients, customizers.orderedStream().toList());
  }
}
