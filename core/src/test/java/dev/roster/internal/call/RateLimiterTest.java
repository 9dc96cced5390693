package dev.roster.internal.call;

import static dev.roster.internal.call.ScriptedDriver.GROUP;
import static dev.roster.internal.call.ScriptedDriver.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.roster.AttemptInfo;
import dev.roster.CallListener;
import dev.roster.Operation;
import dev.roster.RateLimiter;
import dev.roster.RosterClient;
import dev.roster.RosterClientBuilder;
import dev.roster.spi.DriverFactory;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.ProviderUri;
import dev.roster.spi.ServiceTraits;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The limiter of a client, as its builder is set. */
class RateLimiterTest {

  private final TurnedTime time = new TurnedTime();
  private final ScriptedDriver driver = new ScriptedDriver();

  private RosterClientBuilder builder() {
    return RosterClient.builder(driver).timeSource(time);
  }

  @Test
  void aKnownLimitIsKeptFromTheFirstCallOn() {
    try (RosterClient client = builder().maxCallsPerSecond(10).build()) {
      for (int call = 0; call < 4; call++) {
        client.createMembership(GROUP, USER);
      }
    }
    assertThat(time.waits()).hasSize(3).containsOnly(Duration.ofMillis(100));
  }

  @Test
  void aReadThatBelongsToAWriteTakesATurnTooAndIsNoAttempt() {
    driver.like(ServiceTraits.builder().readsFirst(Set.of(Operation.CREATE_MEMBERSHIP)).build());
    List<AttemptInfo> attempts = new ArrayList<>();
    CallListener counting =
        new CallListener() {
          @Override
          public void attemptStarted(AttemptInfo attempt) {
            attempts.add(attempt);
          }
        };
    try (RosterClient client = builder().maxCallsPerSecond(10).listener(counting).build()) {
      for (int call = 0; call < 4; call++) {
        client.createMembership(GROUP, USER);
      }
    }
    assertThat(attempts).hasSize(4);
    assertThat(time.waits()).hasSize(7).containsOnly(Duration.ofMillis(100));
  }

  @Test
  void clientsThatShareALimiterShareItsLimit() {
    RateLimiter limiter = RateLimiter.adaptive(10);
    try (RosterClient one = builder().rateLimiter(limiter).build();
        RosterClient other = builder().rateLimiter(limiter).build()) {
      one.createMembership(GROUP, USER);
      other.createMembership(GROUP, USER);
      one.createMembership(GROUP, USER);
    }
    assertThat(time.waits()).hasSize(2).containsOnly(Duration.ofMillis(100));
  }

  @Test
  void whatOneClientLearnsHoldsForTheOther() {
    RateLimiter limiter = RateLimiter.adaptive();
    driver.then("THROTTLED", "THROTTLED", "ok");
    try (RosterClient one = builder().rateLimiter(limiter).build();
        RosterClient other = builder().rateLimiter(limiter).build()) {
      assertThat(limiter.callsPerSecond()).isEmpty();
      one.createMembership(GROUP, USER);
      assertThat(limiter.callsPerSecond()).isPresent();
      int waits = time.waits().size();
      other.createMembership(GROUP, USER);
      assertThat(time.waits()).hasSizeGreaterThan(waits);
    }
  }

  @Test
  void aSharedLimiterRefusesASecondClock() {
    RateLimiter limiter = RateLimiter.adaptive();
    builder().rateLimiter(limiter).build().close();
    RosterClientBuilder other = builder().timeSource(new TurnedTime()).rateLimiter(limiter);
    assertThatIllegalArgumentException()
        .isThrownBy(other::build)
        .withMessageContaining("time source");
    builder().rateLimiter(limiter).build().close();
  }

  @Test
  void aCeilingBesideALimiterIsAnErrorInEitherOrder() {
    RateLimiter limiter = RateLimiter.adaptive();
    List<RosterClientBuilder> both =
        List.of(
            builder().maxCallsPerSecond(10).rateLimiter(limiter),
            builder().rateLimiter(limiter).maxCallsPerSecond(10),
            RosterClient.builder("scripted://d-1?maxCallsPerSecond=10", new Scripted())
                .rateLimiter(limiter));
    for (RosterClientBuilder each : both) {
      assertThatIllegalArgumentException()
          .isThrownBy(each::build)
          .withMessageContaining("maxCallsPerSecond")
          .withMessageContaining("rateLimiter");
    }
  }

  private static final class Scripted implements DriverFactory {

    @Override
    public String scheme() {
      return "scripted";
    }

    @Override
    public MembershipDriver open(ProviderUri uri) {
      return new ScriptedDriver();
    }
  }

  @Test
  void theRateOfTheMomentCanBeAskedFor() {
    RateLimiter limiter = RateLimiter.adaptive(12.5);
    assertThat(limiter.callsPerSecond().orElseThrow()).isCloseTo(12.5, within(1e-9));
    assertThat(limiter).hasToString("RateLimiter[12.5 calls per second]");
    assertThat(RateLimiter.adaptive()).hasToString("RateLimiter[unlimited]");
  }
}
