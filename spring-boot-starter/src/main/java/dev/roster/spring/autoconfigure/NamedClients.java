package dev.roster.spring.autoconfigure;

import dev.roster.RosterClient;
import dev.roster.spring.RosterConnectionDetails;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.support.AutowireCandidateQualifier;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.beans.factory.support.RootBeanDefinition;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.ImportBeanDefinitionRegistrar;
import org.springframework.core.env.Environment;
import org.springframework.core.type.AnnotationMetadata;

/**
 * Makes a bean of each client that properties name: of the name {@code NAMERosterClient}, with the
 * client's name as qualifier. A definition without code of its own, so that it can be processed
 * ahead of time.
 */
final class NamedClients implements ImportBeanDefinitionRegistrar {

  private static final String SUFFIX = "RosterClient";

  private final Environment environment;

  NamedClients(Environment environment) {
    this.environment = environment;
  }

  static Set<String> in(Environment environment) {
    return Binder.get(environment)
        .bind("roster.clients", Bindable.mapOf(String.class, ClientProperties.class))
        .orElseGet(Map::of)
        .keySet();
  }

  @Override
  public void registerBeanDefinitions(
      AnnotationMetadata importing, BeanDefinitionRegistry registry) {
    for (String client : in(environment)) {
      registry.registerBeanDefinition(client + SUFFIX, definition(client));
    }
  }

  private static RootBeanDefinition definition(String client) {
    refuseDefault(client);
    RootBeanDefinition definition = new RootBeanDefinition();
    definition.setTargetType(RosterClient.class);
    definition.setFactoryBeanName(RosterAutoConfiguration.CLIENTS);
    definition.setFactoryMethodName(RosterClients.OPEN);
    definition.getConstructorArgumentValues().addIndexedArgumentValue(0, client);
    definition.addQualifier(new AutowireCandidateQualifier(Qualifier.class, client));
    definition.setDestroyMethodName("close");
    return definition;
  }

  private static void refuseDefault(String client) {
    if (client.equals(RosterConnectionDetails.DEFAULT_CLIENT)) {
      throw new InvalidClientException(
          client,
          new IllegalArgumentException(
              "'default' is the client of roster.uri: set that, or choose another name in"
                  + " roster.clients"));
    }
  }
}
