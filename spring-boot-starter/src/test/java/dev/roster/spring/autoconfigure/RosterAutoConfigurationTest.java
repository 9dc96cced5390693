package dev.roster.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.roster.CallInfo;
import dev.roster.CallListener;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.RateLimiter;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.spring.RosterClientBuilderCustomizer;
import dev.roster.spring.RosterConnection;
import dev.roster.spring.RosterConnectionDetails;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Which clients an application has, by its properties and beans. */
class RosterAutoConfigurationTest {

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(AutoConfigurations.of(RosterAutoConfiguration.class));

  @Test
  void withoutAPropertyThereIsNoClient() {
    application.run(context -> assertThat(context).doesNotHaveBean(RosterClient.class));
  }

  @Test
  void oneStringMakesAClientThatIsClosedWithTheApplication() {
    List<RosterClient> seen = new ArrayList<>();
    application
        .withPropertyValues("roster.uri=memory://boot-one")
        .run(context -> seen.add(context.getBean(RosterClient.class)));
    assertThat(seen.get(0)).hasToString("RosterClient[memory://boot-one]");
    assertThatExceptionOfType(RosterException.class)
        .isThrownBy(() -> seen.get(0).findMembership(new GroupId("g"), new UserId("u")))
        .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.CLIENT_CLOSED));
  }

  @Test
  void typedPropertiesMakeTheSameClient() {
    application
        .withPropertyValues("roster.provider=memory", "roster.identity-store-id=boot-typed")
        .run(
            context ->
                assertThat(context.getBean(RosterClient.class))
                    .hasToString("RosterClient[memory://boot-typed]"));
  }

  @Test
  void aClientOfTheApplicationsOwnTakesThePlaceOfTheFirst() {
    RosterClient own = RosterClient.open("memory://boot-own");
    application
        .withPropertyValues("roster.uri=memory://boot-one")
        .withBean("mine", RosterClient.class, () -> own)
        .run(context -> assertThat(context.getBean(RosterClient.class)).isSameAs(own));
  }

  @Configuration(proxyBeanMethods = false)
  static class TwoStores {

    @Bean
    List<String> injected(
        RosterClient first,
        @Autowired @Qualifier("audit") RosterClient audit,
        @Qualifier("hr-system") RosterClient hr) {
      return List.of(first.toString(), audit.toString(), hr.toString());
    }
  }

  @Test
  void severalClientsAreInjectedByTheirNames() {
    application
        .withPropertyValues(
            "roster.uri=memory://boot-one",
            "roster.clients.audit.uri=memory://boot-two",
            "roster.clients.hr-system.provider=memory",
            "roster.clients.hr-system.identity-store-id=boot-three")
        .withUserConfiguration(TwoStores.class)
        .run(
            context -> {
              assertThat(context.getBean("injected"))
                  .isEqualTo(
                      List.of(
                          "RosterClient[memory://boot-one]",
                          "RosterClient[memory://boot-two]",
                          "RosterClient[memory://boot-three]"));
              assertThat(context.getBeansOfType(RosterClient.class))
                  .containsOnlyKeys("rosterClient", "auditRosterClient", "hr-systemRosterClient");
            });
  }

  @Test
  void aSingleNamedClientNeedsNoQualifierAndIsClosedToo() {
    List<RosterClient> seen = new ArrayList<>();
    application
        .withPropertyValues("roster.clients.audit.uri=memory://boot-two")
        .run(context -> seen.add(context.getBean(RosterClient.class)));
    assertThatExceptionOfType(RosterException.class)
        .isThrownBy(() -> seen.get(0).findMembership(new GroupId("g"), new UserId("u")))
        .satisfies(error -> assertThat(error.code()).isEqualTo(ErrorCode.CLIENT_CLOSED));
  }

  @Test
  void whatIsWrongIsSaidWithTheNameOfTheClientAndTheProperty() {
    refused(
        "The Roster client 'default' cannot be opened: roster.uri is missing, and so is"
            + " roster.provider or roster.identity-store-id",
        "roster.provider=aws");
    refused(
        "The Roster client 'audit' cannot be opened: unknown parameter [deadlin] in the memory URI",
        "roster.clients.audit.uri=memory://a?deadlin=PT1S");
    refused(
        "The Roster client 'default' cannot be opened: no provider for the scheme 'azure'",
        "roster.uri=azure://d-1");
    refused(
        "The Roster client 'default' cannot be opened: maxDelay must not be less than baseDelay",
        "roster.uri=memory://a",
        "roster.retry.base-delay=2s",
        "roster.retry.max-delay=1s");
    refused(
        "The Roster client 'default' cannot be opened: 'default' is the client of roster.uri",
        "roster.clients.default.uri=memory://a");
  }

  /** A client or a limit that is missing because of a slip would be found out in production. */
  @Test
  void aPropertyThatDoesNotExistIsRefusedWithoutItsValue() {
    for (String name :
        List.of(
            "roster.max-call-per-second",
            "roster.clients.audit.url",
            "roster.retry.max-atempts",
            "roster.aws.secret-key")) {
      refused("There is no such property: " + name, "roster.uri=memory://a", name + "=hidden");
      application
          .withPropertyValues("roster.uri=memory://a", name + "=hidden")
          .run(
              context ->
                  assertThat(context)
                      .getFailure()
                      .extracting(Throwables::getStackTrace)
                      .asInstanceOf(InstanceOfAssertFactories.STRING)
                      .doesNotContain("hidden"));
    }
    refused(
        "There is no such property: roster.providr",
        "roster.providr=memory",
        "roster.identity-store-id=a");
  }

  /** One file serves several environments, which set only some of its placeholders. */
  @Test
  void aBlankValueIsNone() {
    application
        .withPropertyValues(
            "roster.uri=memory://a",
            "roster.deadline=",
            "roster.maxCallsPerSecond=${CEILING:}",
            "roster.retry.max-attempts=",
            "roster.clients.audit.uri=memory://b",
            "roster.clients.audit.strict_ids=${STRICT:}")
        .run(context -> assertThat(context.getBeansOfType(RosterClient.class)).hasSize(2));
  }

  /** A cluster adds variables for its services, and one of them may be called so. */
  @Test
  void theEnvironmentMayHaveOtherThingsUnderThePrefix() {
    application
        .withPropertyValues("roster.uri=memory://a")
        .withInitializer(
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .replace(
                        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                        new SystemEnvironmentPropertySource(
                            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
                            Map.of("ROSTER_PORT_80_TCP", "tcp://10.0.0.1:80"))))
        .run(context -> assertThat(context).hasSingleBean(RosterClient.class));
  }

  private void refused(String message, String... properties) {
    application
        .withPropertyValues(properties)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .satisfiesAnyOf(
                        root -> assertThat(root).hasMessageContaining(message),
                        root ->
                            assertThat(context.getStartupFailure())
                                .hasStackTraceContaining(message)));
  }

  @Test
  void theFailureOnStartIsOneParagraph() {
    InvalidClientException failure =
        new InvalidClientException("audit", new IllegalArgumentException("the reason"));
    var analysis =
        Objects.requireNonNull(
            new InvalidClientFailureAnalyzer().analyze(new IllegalStateException("bean", failure)));
    assertThat(analysis.getDescription())
        .isEqualTo("The Roster client 'audit' cannot be opened: the reason");
    assertThat(analysis.getAction()).contains("begin with 'roster'");
  }

  /** Listens and customizes. */
  @Configuration(proxyBeanMethods = false)
  static class Beans {

    final List<String> seen = new ArrayList<>();

    @Bean
    CallListener listener() {
      return new CallListener() {
        @Override
        public void operationStarted(CallInfo call) {
          seen.add(call.operation());
        }
      };
    }

    @Bean
    RosterClientBuilderCustomizer customizer() {
      RateLimiter shared = RateLimiter.adaptive(7);
      return (client, builder) -> {
        seen.add(client);
        builder.rateLimiter(shared);
      };
    }
  }

  @Test
  void listenersAndCustomizersAreAppliedToEveryClient() {
    application
        .withPropertyValues(
            "roster.uri=memory://boot-x", "roster.clients.audit.uri=memory://boot-y")
        .withUserConfiguration(Beans.class)
        .run(
            context -> {
              var clients = context.getBeansOfType(RosterClient.class).values();
              clients.forEach(RosterClient::check);
              assertThat(context.getBean(Beans.class).seen)
                  .containsExactlyInAnyOrder("default", "audit", "check", "check");
              assertThat(clients)
                  .allSatisfy(
                      client -> assertThat(client.rateLimiter().callsPerSecond()).hasValue(7));
            });
  }

  @Test
  void retriesAreAsThePropertiesSay() {
    MemoryIdentityStore store = MemoryIdentityStore.named("boot-retries");
    store.faults().onAnyOperation().always(Fault.of(FaultKind.UNAVAILABLE));
    application
        .withPropertyValues(
            "roster.uri=memory://boot-retries",
            "roster.retry.max-attempts=2",
            "roster.retry.base-delay=1ms",
            "roster.retry.max-delay=1ms")
        .run(
            context ->
                assertThatExceptionOfType(RosterException.class)
                    .isThrownBy(
                        () ->
                            context
                                .getBean(RosterClient.class)
                                .isMember(new UserId("u"), new GroupId("g")))
                    .satisfies(error -> assertThat(error.attempts()).isEqualTo(2)));
  }

  @Test
  void connectionDetailsStandInForProperties() {
    RosterConnectionDetails details = client -> RosterConnection.of("memory://boot-" + client);
    application
        .withBean(RosterConnectionDetails.class, () -> details)
        .run(
            context ->
                assertThat(context.getBean(RosterClient.class))
                    .hasToString("RosterClient[memory://boot-default]"));
    application
        .withBean(RosterConnectionDetails.class, () -> details)
        .withPropertyValues("roster.clients.audit.uri=aws://d-1234567890")
        .run(
            context ->
                assertThat(context.getBean(RosterClient.class))
                    .hasToString("RosterClient[memory://boot-audit]"));
  }

  @Test
  void providersAreNotNeeded() {
    application
        .withClassLoader(
            new FilteredClassLoader(
                "dev.roster.aws",
                "dev.roster.huawei",
                "software.amazon.awssdk",
                "okhttp3",
                "tools.jackson"))
        .withPropertyValues("roster.uri=memory://boot-alone")
        .run(context -> assertThat(context).hasSingleBean(RosterClient.class));
  }
}
