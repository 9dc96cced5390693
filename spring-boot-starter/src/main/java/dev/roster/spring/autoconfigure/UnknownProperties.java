package dev.roster.spring.autoconfigure;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.boot.context.properties.bind.BindContext;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
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
    KnownNames known = new KnownNames();
    BindHandler strict = new NoUnboundElementsBindHandler(known, new UnboundElementsSourceFilter());
    try {
      Binder.get(environment).bind("roster", Bindable.of(RosterProperties.class), strict);
    } catch (BindException refused) {
      if (!(refused.getCause() instanceof UnboundConfigurationPropertiesException unbound)) {
        throw refused;
      }
      refuse(known.without(unbound));
    }
  }

  private static void refuse(List<String> unknown) {
    if (!unknown.isEmpty()) {
      throw new InvalidClientException(
          "There is no such property: %s; all that begin with 'roster.' are Roster's"
              .formatted(String.join(", ", unknown)));
    }
  }

  /** Those that the binder asks for. A blank value leaves one unbound that is known. */
  private static final class KnownNames implements BindHandler {

    private final Set<ConfigurationPropertyName> names = new HashSet<>();

    @Override
    public <T> Bindable<T> onStart(
        ConfigurationPropertyName name, Bindable<T> target, BindContext context) {
      names.add(name);
      return target;
    }

    List<String> without(UnboundConfigurationPropertiesException unbound) {
      return unbound.getUnboundProperties().stream()
          .map(ConfigurationProperty::getName)
          .filter(name -> !names.contains(name))
          .map(ConfigurationPropertyName::toString)
          .sorted()
          .toList();
    }
  }
}
