package dev.roster.spring.autoconfigure;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.CheckArea;
import dev.roster.CheckFinding;
import dev.roster.CheckReport;
import dev.roster.CheckStatus;
import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.MemoryIdentityStore;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthContributor;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Health costs nothing unless asked for, and tells no secret. */
class HealthTest {

  private final ApplicationContextRunner application =
      new ApplicationContextRunner()
          .withConfiguration(
              AutoConfigurations.of(
                  RosterAutoConfiguration.class, RosterHealthAutoConfiguration.class))
          .withPropertyValues("roster.uri=memory://boot-health");

  private final MemoryIdentityStore store = fresh();

  private static MemoryIdentityStore fresh() {
    MemoryIdentityStore.forget("boot-health");
    return MemoryIdentityStore.named("boot-health");
  }

  private static Health health(HealthContributor indicator) {
    return Objects.requireNonNull(((HealthIndicator) indicator).health());
  }

  @Test
  void withoutACheckNothingIsSentAndNothingIsClaimed() {
    application.run(
        context -> {
          Health health = health(context.getBean(HealthContributor.class));
          assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
          assertThat(health.getDetails()).containsEntry("provider", "memory");
          assertThat(store.requests().of(Operation.FIND_MEMBERSHIP)).isZero();
        });
  }

  @Test
  void aCheckIsOneLookUpForManyProbes() {
    application
        .withPropertyValues("roster.health.check=true")
        .run(
            context -> {
              HealthContributor indicator = context.getBean(HealthContributor.class);
              for (int probe = 0; probe < 10; probe++) {
                assertThat(health(indicator).getStatus()).isEqualTo(Status.UP);
              }
              assertThat(store.requests().of(Operation.FIND_MEMBERSHIP)).isOne();
            });
  }

  @Test
  void aRefusedLookUpIsDownWithAdviceAndWithoutWhatTheServiceSaid() {
    store.faults().onAnyOperation().always(Fault.of(FaultKind.ACCESS_DENIED));
    application
        .withPropertyValues("roster.health.check=true")
        .run(
            context -> {
              Health health = health(context.getBean(HealthContributor.class));
              assertThat(health.getStatus()).isEqualTo(Status.DOWN);
              assertThat(health.getDetails())
                  .containsOnlyKeys("provider", "code", "area", "advice")
                  .containsEntry("code", "ACCESS_DENIED")
                  .containsEntry("area", "PERMISSION");
            });
  }

  @Test
  void throttlingIsNotDown() {
    RosterException throttled =
        RosterException.builder(ErrorCode.THROTTLED, "memory", ClientMethod.CHECK).build();
    CheckReport report =
        CheckReport.builder("memory", store.identityStoreId())
            .error(throttled)
            .finding(CheckFinding.of(CheckArea.SERVICE, CheckStatus.PROBLEM, "words", "Wait."))
            .build();
    Health.Builder health = new Health.Builder();
    RosterHealthIndicator.describe(report, health);
    assertThat(health.build().getStatus()).isEqualTo(Status.UNKNOWN);
  }

  @Test
  void aLookUpThatIsThrottledUntilItsTimeIsUpIsNotDown() {
    store.faults().onAnyOperation().always(Fault.of(FaultKind.THROTTLED));
    application
        .withPropertyValues("roster.health.check=true", "roster.health.check-timeout=50ms")
        .run(
            context -> {
              Health health = health(context.getBean(HealthContributor.class));
              assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
              assertThat(health.getDetails()).containsEntry("code", "THROTTLED");
            });
  }

  /** The application's own calls were before it: the load would only move to other instances. */
  @Test
  void aLookUpThatHadNoTurnAtTheRateLimiterIsNotDown() {
    application
        .withPropertyValues(
            "roster.max-calls-per-second=0.001",
            "roster.health.check=true",
            "roster.health.check-timeout=50ms")
        .run(
            context -> {
              context.getBean(RosterClient.class).check();
              Health health = health(context.getBean(HealthContributor.class));
              assertThat(health.getStatus()).isEqualTo(Status.UNKNOWN);
              assertThat(health.getDetails())
                  .containsEntry("code", "TIMEOUT")
                  .containsEntry("area", "SERVICE");
              assertThat(store.requests().of(Operation.FIND_MEMBERSHIP)).isOne();
            });
  }

  /** A reactive application interrupts the thread of a probe that is no longer waited for. */
  @Test
  void aProbeThatIsInterruptedFindsOutNothing() {
    application
        .withPropertyValues("roster.health.check=true")
        .run(
            context -> {
              HealthContributor indicator = context.getBean(HealthContributor.class);
              Thread.currentThread().interrupt();
              Health interrupted = health(indicator);
              assertThat(Thread.interrupted()).isTrue();
              assertThat(interrupted.getStatus()).isEqualTo(Status.UNKNOWN);
              assertThat(interrupted.getDetails())
                  .containsOnlyKeys("provider", "code")
                  .containsEntry("code", "CANCELLED");
              assertThat(health(indicator).getStatus()).isEqualTo(Status.UP);
            });
  }

  @Test
  void aClientThatTheApplicationHasClosedIsDown() {
    application
        .withPropertyValues("roster.health.check=true")
        .run(
            context -> {
              context.getBean(RosterClient.class).close();
              Health health = health(context.getBean(HealthContributor.class));
              assertThat(health.getStatus()).isEqualTo(Status.DOWN);
              assertThat(health.getDetails())
                  .containsOnlyKeys("provider", "code")
                  .containsEntry("code", "CLIENT_CLOSED");
            });
  }

  /** It is the service that did not respond. */
  @Test
  void aLookUpThatWasSentAndTimedOutIsDown() {
    Health.Builder health = new Health.Builder();
    RosterHealthIndicator.describe(
        CheckReport.builder("memory", store.identityStoreId())
            .error(
                RosterException.builder(ErrorCode.TIMEOUT, "memory", ClientMethod.CHECK)
                    .outcome(Outcome.NOT_SENT)
                    .attempts(1)
                    .build())
            .finding(CheckFinding.of(CheckArea.NETWORK, CheckStatus.PROBLEM, "words", "Wait."))
            .build(),
        health);
    assertThat(health.build().getStatus()).isEqualTo(Status.DOWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"check-timeout=0s", "check-interval=-1s", "check-interval=400000d"})
  void aTimeThatCannotBeIsRefusedByTheNameOfItsProperty(String property) {
    application
        .withPropertyValues("roster.health." + property)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasStackTraceContaining(
                        "roster.health." + property.substring(0, property.indexOf('='))));
  }

  @Test
  void severalClientsHaveAHealthEach() {
    application
        .withPropertyValues("roster.clients.audit.uri=memory://boot-health")
        .run(
            context ->
                assertThat(
                        context
                            .getBean("rosterHealthContributor", CompositeHealthContributor.class)
                            .stream()
                            .map(entry -> entry.name()))
                    .containsExactlyInAnyOrder("rosterClient", "auditRosterClient"));
  }

  @Test
  void healthCanBeSwitchedOffAndIsNotNeeded() {
    application
        .withPropertyValues("management.health.roster.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(HealthContributor.class));
    application
        .withClassLoader(new FilteredClassLoader("org.springframework.boot.health"))
        .run(context -> assertThat(context).hasNotFailed());
    new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                RosterAutoConfiguration.class, RosterHealthAutoConfiguration.class))
        .run(context -> assertThat(context).doesNotHaveBean(HealthContributor.class));
  }
}
