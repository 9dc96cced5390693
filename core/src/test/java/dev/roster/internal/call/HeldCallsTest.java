package dev.roster.internal.call;

import static dev.roster.internal.call.ScriptedDriver.GROUP;
import static dev.roster.internal.call.ScriptedDriver.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.roster.CallOptions;
import dev.roster.ErrorCode;
import dev.roster.Outcome;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Calls that are held back until their deadline. */
class HeldCallsTest {

  /** A retry would have to leave more than there is. */
  private static final CallOptions NO_RETRY =
      CallOptions.defaults()
          .withDeadline(Duration.ofMillis(490))
          .withRetryPolicy(RetryPolicy.defaults().withBaseDelay(Duration.ofMillis(491)));

  private final TurnedTime time = new TurnedTime();
  private final ScriptedDriver driver = new ScriptedDriver();
  private final List<String> events = new ArrayList<>();
  private final RosterClient client =
      RosterClient.builder(driver).timeSource(time).listener(new EventNames(events)).build();

  @Test
  void aHintForAllThatReachesPastTheDeadlineFailsTheCallAtOnceAsThrottled() {
    throttleFour(Duration.ofSeconds(30));
    int waits = time.waits().size();
    RosterException held = failing(Duration.ofSeconds(10));
    assertThat(held.code()).isEqualTo(ErrorCode.THROTTLED);
    assertThat(held.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(held.retryAfter().orElseThrow()).isEqualTo(Duration.ofSeconds(30));
    assertThat(time.waits()).hasSize(waits);
  }

  @Test
  void aHintForAllWithinTheDeadlineIsWaitedForAndTheCallIsMade() {
    throttleFour(Duration.ofSeconds(30));
    client
        .with(CallOptions.defaults().withDeadline(Duration.ofSeconds(60)))
        .createMembership(GROUP, USER);
    assertThat(Duration.ofNanos(time.nanoTime())).isGreaterThanOrEqualTo(Duration.ofSeconds(30));
  }

  @Test
  void aCallThatOnlyTheLearnedRateHeldBackTimesOutAndSaysSo() {
    throttleFour(Duration.ZERO);
    RosterException held = failing(Duration.ofMillis(20));
    assertThat(held.code()).isEqualTo(ErrorCode.TIMEOUT);
    assertThat(held.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(held).hasMessageContaining("rate limiter");
  }

  @Test
  void listenersAreNotifiedOfAWaitThatTheDeadlineEnded() {
    throttleFour(Duration.ZERO);
    events.clear();
    failing(Duration.ofMillis(20));
    assertThat(events)
        .containsExactly("started createMembership", "paced 1 PT0.02S", "gave up: TIMEOUT");
  }

  @Test
  void listenersAreNotifiedOfNoWaitWhereACallFailsAtOnce() {
    throttleFour(Duration.ofSeconds(30));
    events.clear();
    failing(Duration.ofSeconds(10));
    assertThat(events).containsExactly("started createMembership", "gave up: THROTTLED");
  }

  /** Four calls in a row, each of which has no time for a second attempt. */
  private void throttleFour(Duration hint) {
    for (int call = 0; call < 4; call++) {
      driver.then(
          attempt -> {
            throw new ScriptedDriver.Failure(
                ErrorDescription.builder(ErrorCode.THROTTLED, Reach.REFUSED)
                    .retryAfter(hint)
                    .build());
          });
      RosterException throttled = failing(NO_RETRY);
      assertThat(throttled.code()).isEqualTo(ErrorCode.THROTTLED);
    }
  }

  private RosterException failing(Duration deadline) {
    return failing(CallOptions.defaults().withDeadline(deadline));
  }

  private RosterException failing(CallOptions options) {
    return catchThrowableOfType(
        RosterException.class, () -> client.with(options).createMembership(GROUP, USER));
  }
}
