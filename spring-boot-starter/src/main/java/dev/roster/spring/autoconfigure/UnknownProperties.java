package dev.roster.spring.autoconfigure;

import java.util.stream.Collectors;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.UnboundElementsSourceFilter;
import org.springframework.core.env.Environment;

/**
 * Refuses properties that do not exist, as a configuration string refuses such parameters: a limit,
 * or a whole client, must not be missing because of a slip. The environment and the properties of
 * the JVM may have other things under the prefix. Spring Boot can refuse them by itself, but shows
 * their values then, and one of them may be a key.
 */
final class UnknownProperties {

  private UnknownProperties() {}

  static void refuse(Environment environment) {
    BindHandler strict =
        new NoUnboundElementsBindHandler(BindHandler.DEFAULT, new UnboundElementsSourceFilter());
    try {
      Binder.get(environment).bind("roster", Bindable.of(RosterProperties.class), strict);
    } catch (BindException refused) {
      if (refused.getCause() instanceof UnboundConfigurationPropertiesException unknown) {
        throw new InvalidClientException(message(unknown));
      }
      throw refused;
    }
  }

  private static String message(UnboundConfigurationPropertiesException unknown) {
    return unknown.getUnboundProperties().stream()
        .map(property -> property.getName().toString())
        .sorted()
        .collect(
            Collectors.joining(
                ", ",
                "There is no such property: ",
                "; all that begin with 'roster.' are Roster's"));
  }
}
