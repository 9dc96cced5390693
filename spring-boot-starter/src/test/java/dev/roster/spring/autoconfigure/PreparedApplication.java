package dev.roster.spring.autoconfigure;

import dev.roster.RosterClient;
import dev.roster.spring.RosterClientBuilderCustomizer;
import java.util.TreeMap;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** An application that is prepared ahead of time: it prints the clients that it has. */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  ConfigurationPropertiesAutoConfiguration.class,
  RosterAutoConfiguration.class,
  RosterHealthAutoConfiguration.class,
  RosterObservationAutoConfiguration.class
})
public class PreparedApplication {

  /** Two clients, of which one has no bean definition in code. */
  static final String[] PROPERTIES = {
    "--spring.main.web-application-type=none",
    "--spring.main.banner-mode=off",
    "--roster.uri=memory://aot-one",
    "--roster.clients.audit.uri=memory://aot-two",
    "--roster.clients.audit.deadline=7s"
  };

  @Bean
  RosterClientBuilderCustomizer customizer() {
    return (client, builder) -> System.out.println("opened " + client);
  }

  /**
   * Prints what each client's check came to.
   *
   * @param arguments properties
   */
  public static void main(String[] arguments) {
    try (var context = SpringApplication.run(PreparedApplication.class, arguments)) {
      new TreeMap<>(context.getBeansOfType(RosterClient.class))
          .forEach(
              (name, client) ->
                  System.out.println(name + " " + client + " " + client.check().isOk()));
      System.out.println(
          "prepared " + context.getBeanFactory().containsBean("rosterHealthContributor"));
    }
  }
}
