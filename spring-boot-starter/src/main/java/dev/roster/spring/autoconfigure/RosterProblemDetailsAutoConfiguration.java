package dev.roster.spring.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Has Spring MVC and Spring WebFlux respond to a failed call with problem details, unless an
 * exception handler of the application does so or {@code roster.problem-details.enabled=false}.
 */
@AutoConfiguration(after = RosterAutoConfiguration.class)
@ConditionalOnWebApplication
@ConditionalOnBooleanProperty(name = "roster.problem-details.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RosterProperties.class)
@SuppressWarnings("exports") // What its annotations name is for Spring alone.
public final class RosterProblemDetailsAutoConfiguration {

  /** For Spring. */
  public RosterProblemDetailsAutoConfiguration() {}

  /** A servlet application can be without Spring MVC. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
  @ConditionalOnClass(DispatcherServlet.class)
  static class OfMvc {

    @Bean
    @ConditionalOnMissingBean
    RosterExceptionHandler rosterExceptionHandler(RosterProperties properties) {
      return handler(properties);
    }
  }

  /** A reactive application has Spring WebFlux. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.REACTIVE)
  static class OfWebFlux {

    @Bean
    @ConditionalOnMissingBean
    RosterExceptionHandler rosterExceptionHandler(RosterProperties properties) {
      return handler(properties);
    }
  }

  private static RosterExceptionHandler handler(RosterProperties properties) {
    return new RosterExceptionHandler(properties.getProblemDetails().isIncludeMessage());
  }
}
