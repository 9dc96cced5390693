package dev.roster.internal.call;

import static dev.roster.internal.call.ScriptedDriver.GROUP;
import static dev.roster.internal.call.ScriptedDriver.USER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.AttemptInfo;
import dev.roster.AttemptResult;
import dev.roster.CallInfo;
import dev.roster.CallListener;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What listeners open at a start, they close at the end, the last one first. */
class NestedListenersTest {

  private final Deque<String> open = new ArrayDeque<>();
  private final List<String> closed = new ArrayList<>();

  /** Opens a scope at each start on the one stack of its thread. */
  private final class Opening implements CallListener {

    private final String name;

    Opening(String name) {
      this.name = name;
    }

    private void end(String what) {
      assertThat(open.peek()).isEqualTo(name + what);
      closed.add(open.pop());
    }

    @Override
    public void operationStarted(CallInfo call) {
      open.push(name + " call");
    }

    @Override
    public void operationSucceeded(CallInfo call, int attempts, Duration elapsed) {
      end(" call");
    }

    @Override
    public void operationFailed(CallInfo call, RosterException error, Duration elapsed) {
      end(" call");
    }

    @Override
    public void attemptStarted(AttemptInfo attempt) {
      open.push(name + " attempt");
    }

    @Override
    public void attemptSucceeded(AttemptInfo attempt, AttemptResult result) {
      end(" attempt");
    }

    @Override
    public void attemptFailed(AttemptInfo attempt, AttemptResult result) {
      end(" attempt");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"ok", "ACCESS_DENIED"})
  void scopesOfSeveralListenersAreClosedInTheReverseOrder(String response) {
    ScriptedDriver driver = new ScriptedDriver();
    driver.then(response);
    try (RosterClient client =
        RosterClient.builder(driver)
            .settlingTime(Duration.ZERO)
            .retryPolicy(RetryPolicy.defaults().withMaxAttempts(1))
            .listener(new Opening("outer"))
            .listener(new Opening("inner"))
            .build()) {
      Throwable failure = catchThrowable(() -> client.findMembership(GROUP, USER));
      assertThat(failure == null).isEqualTo("ok".equals(response));
    }
    assertThat(open).isEmpty();
    assertThat(closed)
        .containsExactly("inner attempt", "outer attempt", "inner call", "outer call");
  }

  /**
   * A container hands all listeners that it knows to a client, and the application adds its own.
   */
  @Test
  void aListenerThatIsAddedTwiceIsNotifiedOnce() {
    Opening listener = new Opening("only");
    try (RosterClient client =
        RosterClient.builder(new ScriptedDriver()).listener(listener).listener(listener).build()) {
      client.findMembership(GROUP, USER);
    }
    assertThat(open).isEmpty();
    assertThat(closed).containsExactly("only attempt", "only call");
  }
}
