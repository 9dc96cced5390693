package dev.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.conformance.internal.scene.Scene;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Throttling is waited out until the deadline, with one request per attempt and nothing more. */
public abstract non-sealed class ThrottlingConformance extends ConformanceSuite {

  private static final int MANY = 60;

  /** For subclasses, which have nothing to construct. */
  protected ThrottlingConformance() {}

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*MEMBERSHIP.*|.*_MEMBERS|IS_MEMBER.*")
  void aThrottledCallIsOneRequestMore(Operation operation) throws Exception {
    Scene scene = newScene();
    inject(operation, 1, FaultKind.THROTTLED);
    scene.call(operation, newClient());
    expectRequests(operation, 2);
  }

  @ParameterizedTest
  @EnumSource(names = {"CREATE_MEMBERSHIP", "GET_MEMBERSHIP"})
  void throttlingHasNoLimitOfAttempts(Operation operation) throws Exception {
    Scene scene = newScene();
    injectFrom(operation, 1, MANY, FaultKind.THROTTLED);
    scene.call(operation, newClient(builder -> builder.deadline(Duration.ofDays(1))));
    expectRequests(operation, MANY + 1);
  }

  @Test
  void throttlingEndsAtTheDeadline() throws Exception {
    Scene scene = newScene();
    injectFrom(Operation.CREATE_MEMBERSHIP, 1, 10 * MANY, FaultKind.THROTTLED);
    RosterClient client = newClient(builder -> builder.deadline(Duration.ofMinutes(1)));
    RosterException failure = failureOf(ErrorCode.THROTTLED, () -> scene.create(client));
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    assertThat(Duration.ofNanos(time().nanoTime())).isLessThanOrEqualTo(Duration.ofMinutes(1));
    expectRequests(Operation.CREATE_MEMBERSHIP, failure.attempts());
  }

  @ParameterizedTest
  @EnumSource(names = {"CREATE_MEMBERSHIP", "GET_MEMBERSHIP"})
  void aHintIsWaitedFor(Operation operation) throws Exception {
    Scene scene = newScene();
    inject(operation, 1, Fault.throttle(HINT));
    scene.call(operation, newClient());
    requireHintWasWaitedFor();
    expectRequests(operation, 2);
  }

  @ParameterizedTest
  @EnumSource(names = {"CREATE_MEMBERSHIP", "GET_MEMBERSHIP"})
  void aHintBeyondTheDeadlineFailsAtOnceAndIsPassedOn(Operation operation) throws Exception {
    Scene scene = newScene();
    inject(operation, 1, Fault.throttle(HINT));
    RosterClient client = newClient(builder -> builder.deadline(HINT.dividedBy(2)));
    RosterException failure = failureOf(ErrorCode.THROTTLED, () -> scene.call(operation, client));
    assertThat(failure.retryAfter()).contains(HINT);
    assertThat(waits()).isEmpty();
    expectRequests(operation, 1);
  }
}
