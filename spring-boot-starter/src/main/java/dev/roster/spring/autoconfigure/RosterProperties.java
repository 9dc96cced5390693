package dev.roster.spring.autoconfigure;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.NestedConfigurationProperty;

/** The properties of Roster. Public methods are for Spring Boot's binder. */
@ConfigurationProperties("roster")
final class RosterProperties extends ClientProperties {

  /** Further clients, by name; each has the properties of the first. */
  private final Map<String, ClientProperties> clients = new LinkedHashMap<>();

  @NestedConfigurationProperty private final HealthProperties health = new HealthProperties();

  @NestedConfigurationProperty
  private final ProblemDetailsProperties problemDetails = new ProblemDetailsProperties();

  public Map<String, ClientProperties> getClients() {
    return clients;
  }

  public HealthProperties getHealth() {
    return health;
  }

  public ProblemDetailsProperties getProblemDetails() {
    return problemDetails;
  }
}
