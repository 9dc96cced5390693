package dev.roster.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.RateLimiter;
import dev.roster.RosterClient;
import dev.roster.RosterClientBuilder;
import dev.roster.RosterException;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RosterMetersTest {

  private final ObservedStore observed = new ObservedStore();
  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final RosterMeters meters = RosterMeters.of(registry);

  @AfterEach
  void close() {
    observed.close();
  }

  private RosterClientBuilder builder() {
    return RosterClient.builder("memory://" + observed.name)
        .timeSource(observed.time)
        .listener(meters);
  }

  private double permitted() {
    return registry.get(RosterMeters.PERMITTED).tag("roster.provider", "memory").gauge().value();
  }

  @Test
  void thePermittedRateIsNoNumberWhileNothingLimits() {
    try (RosterClient client = builder().build()) {
      assertThat(client.rateLimiter().callsPerSecond()).isEmpty();
      assertThat(permitted()).isNaN();
    }
  }

  @Test
  void thePermittedRateIsThatOfTheOpenClients() {
    RosterClient one = builder().maxCallsPerSecond(5).build();
    RosterClient other = builder().maxCallsPerSecond(7).build();
    assertThat(permitted()).isCloseTo(12, Offset.offset(0.01));
    one.close();
    one.close();
    assertThat(permitted()).isCloseTo(7, Offset.offset(0.01));
    other.close();
    assertThat(permitted()).isNaN();
  }

  @Test
  void aSharedLimiterCountsOnceAsLongAsOneOfItsClientsIsOpen() {
    RateLimiter shared = RateLimiter.adaptive(5);
    RosterClient one = builder().rateLimiter(shared).build();
    RosterClient other = builder().rateLimiter(shared).build();
    assertThat(permitted()).isCloseTo(5, Offset.offset(0.01));
    one.close();
    assertThat(permitted()).isCloseTo(5, Offset.offset(0.01));
    other.close();
    assertThat(permitted()).isNaN();
  }

  private RosterClient withItsOwnMeters(double callsPerSecond) {
    return RosterClient.builder("memory://" + observed.name)
        .timeSource(observed.time)
        .maxCallsPerSecond(callsPerSecond)
        .listener(RosterMeters.of(registry))
        .build();
  }

  @Test
  void aClientThatIsOpenedAgainWithNewMetersIsSeen() {
    withItsOwnMeters(5).close();
    assertThat(permitted()).isNaN();
    try (RosterClient again = withItsOwnMeters(7)) {
      assertThat(again.rateLimiter().callsPerSecond()).isPresent();
      assertThat(permitted()).isCloseTo(7, Offset.offset(0.01));
    }
  }

  @Test
  void clientsOfSeveralMetersOfOneRegistryCountTogether() {
    RosterClient one = withItsOwnMeters(5);
    RosterClient other = withItsOwnMeters(7);
    assertThat(permitted()).isCloseTo(12, Offset.offset(0.01));
    one.close();
    assertThat(permitted()).isCloseTo(7, Offset.offset(0.01));
    other.close();
    assertThat(permitted()).isNaN();
  }

  @Test
  void aRegistryThatWasClearedHasTheRateAgain() {
    withItsOwnMeters(5).close();
    registry.clear();
    try (RosterClient again = withItsOwnMeters(7)) {
      assertThat(again.rateLimiter().callsPerSecond()).isPresent();
      assertThat(permitted()).isCloseTo(7, Offset.offset(0.01));
    }
  }

  @Test
  void registriesDoNotShareRates() {
    SimpleMeterRegistry another = new SimpleMeterRegistry();
    try (RosterClient one = withItsOwnMeters(5);
        RosterClient other =
            builder().maxCallsPerSecond(7).listener(RosterMeters.of(another)).build()) {
      assertThat(List.of(one.rateLimiter(), other.rateLimiter())).doesNotHaveDuplicates();
      assertThat(permitted()).isCloseTo(12, Offset.offset(0.01));
      assertThat(another.get(RosterMeters.PERMITTED).gauge().value())
          .isCloseTo(7, Offset.offset(0.01));
    }
  }

  @Test
  void waitsForTheLimitAreTimedByOperation() {
    try (RosterClient client = builder().maxCallsPerSecond(2).build()) {
      client.findMembership(observed.group, observed.user);
      client.isMember(observed.user, observed.group);
    }
    Timer waits = registry.get(RosterMeters.WAIT).tag("roster.operation", "isMember").timer();
    assertThat(waits.count()).isEqualTo(1);
    assertThat(waits.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(500);
  }

  @Test
  void aWaitThatTheDeadlineEndedIsTimedToo() {
    try (RosterClient client = builder().maxCallsPerSecond(2).build()) {
      client.findMembership(observed.group, observed.user);
      RosterClient hurried = client.with(client.options().withDeadline(Duration.ofMillis(400)));
      assertThatThrownBy(() -> hurried.isMember(observed.user, observed.group))
          .isInstanceOf(RosterException.class);
    }
    Timer waits = registry.get(RosterMeters.WAIT).tag("roster.operation", "isMember").timer();
    assertThat(waits.count()).isEqualTo(1);
    assertThat(waits.totalTime(TimeUnit.MILLISECONDS)).isEqualTo(400);
  }

  @Test
  void theTimersOfCallsAndAttemptsHaveBoundedTags() {
    observed
        .registry
        .observationConfig()
        .observationHandler(new DefaultMeterObservationHandler(registry));
    observed.client.ensureMember(observed.group, observed.user);
    observed.client.ensureNotMember(observed.group, observed.user);
    observed.client.findMembership(observed.group, observed.user);

    assertThat(tagsOf("roster.call"))
        .containsExactlyInAnyOrder(
            "error",
            "error.type",
            "roster.client",
            "roster.operation",
            "roster.provider",
            "roster.settlement");
    assertThat(tagsOf("roster.attempt"))
        .containsExactlyInAnyOrder(
            "error",
            "error.type",
            "http.response.status_code",
            "roster.client",
            "roster.operation",
            "roster.outcome",
            "roster.provider",
            "roster.request",
            "server.address");
    assertThat(registry.get("roster.call").tag("roster.operation", "ensureMember").timer().count())
        .isEqualTo(1);
    assertThat(registry.get("roster.attempt").tag("roster.request", "findMembership").timers())
        .isNotEmpty();
    List<String> values =
        registry.getMeters().stream()
            .flatMap(meter -> meter.getId().getTags().stream())
            .map(Tag::getValue)
            .toList();
    assertThat(values)
        .doesNotContain(
            observed.group.value(),
            observed.user.value(),
            observed.store.identityStoreId().value());
  }

  private Set<String> tagsOf(String name) {
    List<Meter> named =
        registry.getMeters().stream()
            .filter(meter -> meter.getId().getName().equals(name))
            .toList();
    return named.stream()
        .flatMap(meter -> meter.getId().getTags().stream())
        .map(Tag::getKey)
        .collect(Collectors.toSet());
  }
}
