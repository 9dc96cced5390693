package dev.roster.spring.autoconfigure;

import dev.roster.spring.RosterConnectionDetails;
import java.util.Objects;
import org.springframework.boot.autoconfigure.condition.ConditionMessage;
import org.springframework.boot.autoconfigure.condition.ConditionOutcome;
import org.springframework.boot.autoconfigure.condition.SpringBootCondition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.ConfigurationCondition;
import org.springframework.core.type.AnnotatedTypeMetadata;

/**
 * There is a client without a name where properties describe it, or where connection details are a
 * bean and no property describes any client.
 */
final class OnDefaultClient extends SpringBootCondition implements ConfigurationCondition {

  @Override
  public ConfigurationPhase getConfigurationPhase() {
    return ConfigurationPhase.REGISTER_BEAN;
  }

  @Override
  public ConditionOutcome getMatchOutcome(
      ConditionContext context, AnnotatedTypeMetadata metadata) {
    ConditionMessage.Builder message = ConditionMessage.forCondition("Roster client");
    for (String property : new String[] {"roster.uri", "roster.provider"}) {
      if (context.getEnvironment().containsProperty(property)) {
        return ConditionOutcome.match(message.foundExactly(property));
      }
    }
    return hasDetails(context) && NamedClients.in(context.getEnvironment()).isEmpty()
        ? ConditionOutcome.match(message.foundExactly("connection details"))
        : ConditionOutcome.noMatch(
            message.didNotFind("property").items("roster.uri", "roster.provider"));
  }

  private static boolean hasDetails(ConditionContext context) {
    return Objects.requireNonNull(context.getBeanFactory(), "bean factory must not be null")
            .getBeanNamesForType(RosterConnectionDetails.class, true, false)
            .length
        > 0;
  }
}
