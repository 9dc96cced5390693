package dev.roster.internal.call;

import static dev.roster.internal.call.ScriptedDriver.GROUP;
import static dev.roster.internal.call.ScriptedDriver.MEMBERSHIP;
import static dev.roster.internal.call.ScriptedDriver.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallListener;
import dev.roster.CallOptions;
import dev.roster.ClientInfo;
import dev.roster.Outcome;
import dev.roster.RateLimiter;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What listeners are notified of about a client, and of how an attempt ended. */
class ClientEventsTest {

  private final ScriptedDriver driver = new ScriptedDriver();
  private final List<ClientInfo> opened = new ArrayList<>();
  private final List<ClientInfo> closed = new ArrayList<>();
  private final List<AttemptResult> results = new ArrayList<>();
  private final CallListener listener =
      new CallListener() {
        @Override
        public void clientOpened(ClientInfo client) {
          opened.add(client);
        }

        @Override
        public void clientClosed(ClientInfo client) {
          closed.add(client);
        }

        @Override
        public void attemptSucceeded(AttemptInfo attempt, AttemptResult result) {
          results.add(result);
        }

        @Override
        public void attemptFailed(AttemptInfo attempt, AttemptResult result) {
          results.add(result);
        }
      };

  private RosterClient client() {
    return RosterClient.builder(driver)
        .settlingTime(Duration.ZERO)
        .retryPolicy(RetryPolicy.defaults().withMaxAttempts(1))
        .listener(listener)
        .build();
  }

  @Test
  void aClientIsOpenedOnceAndClosedOnceWhicheverViewIsClosed() {
    RosterClient client = client();
    RosterClient view = client.with(CallOptions.defaults());
    assertThat(opened).hasSize(1);
    assertThat(closed).isEmpty();
    view.close();
    client.close();
    assertThat(closed).containsExactlyElementsOf(opened);
    assertThat(opened.get(0).provider()).isEqualTo("scripted");
    assertThat(opened.get(0).identityStoreId()).isEqualTo(MEMBERSHIP.identityStoreId());
    assertThat(opened.get(0).rateLimiter()).isEqualTo(client.rateLimiter());
  }

  @Test
  void viewsOfOneLimiterAreEqualAndThoseOfTwoAreNot() {
    RateLimiter shared = RateLimiter.adaptive();
    try (RosterClient one = RosterClient.builder(driver).rateLimiter(shared).build();
        RosterClient other = RosterClient.builder(driver).rateLimiter(shared).build();
        RosterClient third = RosterClient.builder(driver).build()) {
      assertThat(one.rateLimiter()).isEqualTo(other.rateLimiter()).isEqualTo(shared);
      assertThat(one.rateLimiter()).hasSameHashCodeAs(shared);
      assertThat(third.rateLimiter()).isNotEqualTo(shared);
    }
  }

  @Test
  void aListenerThatFailsBreaksNeitherOpeningNorClosing() {
    CallListener broken =
        new CallListener() {
          @Override
          public void clientOpened(ClientInfo client) {
            throw new IllegalStateException("broken");
          }

          @Override
          public void clientClosed(ClientInfo client) {
            throw new IllegalStateException("broken");
          }
        };
    RosterClient.builder(driver).listener(broken).listener(listener).build().close();
    assertThat(closed).hasSize(1);
    assertThat(driver.isClosed()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({
    "lost, UNKNOWN",
    "garbled, UNKNOWN",
    "ACCESS_DENIED, NOT_APPLIED",
    "notsent, NOT_SENT"
  })
  void anAttemptToWriteSaysWhatItMayHaveChanged(String answer, Outcome outcome) {
    driver.then(answer).then("ACCESS_DENIED*");
    try (RosterClient client = client()) {
      assertThatThrownBy(() -> client.createMembership(GROUP, USER))
          .isInstanceOf(RosterException.class);
    }
    assertThat(results.get(0).outcome()).contains(outcome);
  }

  @Test
  void anAttemptToReadChangesNothingAndASuccessLeavesNothingOpen() {
    driver.then("lost", "ok");
    try (RosterClient client = client()) {
      assertThatThrownBy(() -> client.getMembership(MEMBERSHIP.membershipId()))
          .isInstanceOf(RosterException.class);
      client.getMembership(MEMBERSHIP.membershipId());
    }
    assertThat(results)
        .extracting(AttemptResult::outcome)
        .containsExactly(Optional.of(Outcome.NOT_APPLIED), Optional.empty());
  }

  @Test
  void anAttemptSaysWhichServerItWentToAndWhichStatusCameBack() {
    driver.then(
        attempt -> {
          attempt.server("roster.example", 8443);
          attempt.httpStatus(200);
          return "ok";
        });
    driver.then(
        attempt -> {
          attempt.server("roster.example", 8443);
          attempt.httpStatus(403);
          throw ScriptedDriver.failure("ACCESS_DENIED");
        });
    try (RosterClient client = client()) {
      client.findMembership(GROUP, USER);
      assertThatThrownBy(() -> client.findMembership(GROUP, USER))
          .isInstanceOf(RosterException.class);
      client.findMembership(GROUP, USER);
    }
    assertThat(results.get(0).serverAddress()).contains("roster.example");
    assertThat(results.get(0).serverPort()).hasValue(8443);
    assertThat(results.get(0).httpStatus()).hasValue(200);
    assertThat(results.get(1).httpStatus()).hasValue(403);
    assertThat(results.get(1).requestId()).contains("r-1");
    assertThat(results.get(2).serverAddress()).isEmpty();
    assertThat(results.get(2).serverPort()).isEmpty();
    assertThat(results.get(2).httpStatus()).isEmpty();
  }
}
