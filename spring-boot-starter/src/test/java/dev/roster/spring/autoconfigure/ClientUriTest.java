package dev.roster.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssertAlternative;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Properties and a configuration string say the same, and contradictions are named. */
class ClientUriTest {

  private static String uri(String... properties) {
    Map<String, String> all = new HashMap<>();
    for (String property : properties) {
      String[] parts = property.split("=", 2);
      all.put("roster." + parts[0], parts[1]);
    }
    RosterProperties bound =
        new Binder(new MapConfigurationPropertySource(all))
            .bindOrCreate("roster", Bindable.of(RosterProperties.class));
    return ClientUri.of("roster", bound).uri();
  }

  @Test
  void typedPropertiesAreAConfigurationString() {
    assertThat(
            uri(
                "provider=aws",
                "identity-store-id=arn:x/d-1",
                "region=eu-west-1",
                "endpoint=https://h:1",
                "allow-plain-http=true",
                "proxy=none",
                "strict-ids=false",
                "deadline=2m",
                "attempt-timeout=10s",
                "settling-time=0",
                "max-calls-per-second=15",
                "aws.profile=ops",
                "parameters.further=1"))
        .isEqualTo(
            "aws://arn%3Ax%2Fd-1?region=eu-west-1&endpoint=https%3A%2F%2Fh%3A1&allowPlainHttp=true"
                + "&proxy=none&strictIds=false&deadline=PT2M&attemptTimeout=PT10S&settlingTime=PT0S"
                + "&maxCallsPerSecond=15.0&profile=ops&further=1");
  }

  @Test
  void whatOneProviderKnowsIsNotSaidToAnother() {
    String[] both = {
      "aws.profile=ops", "huawei.project-id=p", "huawei.profile-file=/f", "huawei.metadata=true",
    };
    assertThat(uri(with("uri=huawei://d-1", both)))
        .isEqualTo("huawei://d-1?projectId=p&profileFile=%2Ff&metadata=true");
    assertThat(uri(with("uri=aws://d-1", both))).isEqualTo("aws://d-1?profile=ops");
    assertThat(uri(with("uri=memory://d-1", both))).isEqualTo("memory://d-1");
  }

  private static String[] with(String first, String... others) {
    String[] all = new String[others.length + 1];
    all[0] = first;
    System.arraycopy(others, 0, all, 1, others.length);
    return all;
  }

  @Test
  void aContradictionIsNamedByItsProperties() {
    refused("uri=aws://d-1?region=a", "region=b")
        .withMessage("roster.region is set, and so is 'region' elsewhere: set one");
    refused("uri=aws://d-1", "deadline=1s", "parameters.deadline=PT1S")
        .withMessage("roster.parameters.deadline is set, and so is 'deadline' elsewhere: set one");
    refused("uri=aws://d-1", "provider=aws")
        .withMessage("roster.uri and roster.provider are both set: the URI names the provider");
    refused("uri=aws://d-1", "identity-store-id=d-1")
        .withMessage(
            "roster.uri and roster.identity-store-id are both set: the URI names the store");
    refused("provider=aws")
        .withMessage(
            "roster.uri is missing, and so is roster.provider or roster.identity-store-id");
  }

  private static ThrowableAssertAlternative<IllegalArgumentException> refused(
      String... properties) {
    return assertThatIllegalArgumentException().isThrownBy(() -> uri(properties));
  }
}
