package dev.roster.spring.autoconfigure;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.web.servlet.DispatcherServlet;

/**
 * Has Spring MVC respond to a failed call with problem details, unless an exception handler of the
 * application does so or {@code roster.problem-details.enabled=false}.
 */
@AutoConfiguration(after = RosterAutoConfiguration.class)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass(DispatcherServlet.class)
@ConditionalOnBooleanProperty(name = "roster.problem-details.enabled", matchIfMissing = true)
@EnableConfigurationProperties(RosterProperties.class)
@SuppressWarnings("exports") // What its annotations name is for Spring alone.
public final class RosterProblemDetailsAutoConfiguration {

  /** For Spring. */
  public RosterProblemDetailsAutoConfiguration() {}

  @Bean
  @ConditionalOnMissingBean
  RosterExceptionHandler rosterExceptionHandler(RosterProperties properties) {
    return new RosterExceptionHandler(properties.getProblemDetails().isIncludeMessage());
  }
}
