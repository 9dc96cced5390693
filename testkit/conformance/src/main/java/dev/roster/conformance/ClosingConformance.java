package dev.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A closed client sends nothing, and closing ends what is under way. */
public abstract non-sealed class ClosingConformance extends ConformanceSuite {

  private static final int CALLS = 8;

  /** For subclasses, which have nothing to construct. */
  protected ClosingConformance() {}

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*MEMBERSHIP.*|.*_MEMBERS|IS_MEMBER.*")
  void aClosedClientSendsNothing(Operation operation) throws Exception {
    assumeExists(operation);
    Scene scene = newScene();
    RosterClient client = newClient();
    client.close();
    RosterException failure =
        failureOf(ErrorCode.CLIENT_CLOSED, () -> scene.call(operation, client));
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
  }

  @Test
  void closingAUsedClientTwiceIsHarmless() throws Exception {
    Scene scene = newScene();
    RosterClient client = newClient();
    client.getMembership(scene.membershipId());
    client.close();
    client.close();
    expectRequests(Operation.GET_MEMBERSHIP, 1);
  }

  @Test
  void closingOneClientLeavesOthersAlone() throws Exception {
    Scene scene = newScene();
    RosterClient closed = newClient();
    RosterClient open = newClient();
    closed.getMembership(scene.membershipId());
    closed.close();
    assertThat(open.getMembership(scene.membershipId()).memberId()).isEqualTo(scene.member());
    expectRequests(Operation.GET_MEMBERSHIP, 2);
  }

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*MEMBERSHIP.*|.*_MEMBERS|IS_MEMBER.*")
  void closingEndsABlockedRead(Operation operation) throws Exception {
    assumeAborts();
    Scene scene = newScene();
    inject(operation, 1, FaultKind.RESPONSE_DELAYED);
    RosterClient client = newClient(builder -> builder.attemptTimeout(Duration.ofMinutes(4)));
    CallOnThread call = CallOnThread.start(() -> scene.call(operation, client));
    awaitHeldResponses(1);
    client.close();
    RosterException failure = call.failure();
    assertThat(failure.code()).isEqualTo(ErrorCode.CLIENT_CLOSED);
    assertThat(failure.outcome()).isEqualTo(outcomeOfLost(operation));
    expectRequests(operation, 1);
  }

  @Test
  void closingEndsAllCallsThatAreUnderWay() throws Exception {
    assumeAborts();
    Scene scene = newScene();
    injectFrom(Operation.GET_MEMBERSHIP, 1, CALLS, FaultKind.RESPONSE_DELAYED);
    RosterClient client = newClient(builder -> builder.attemptTimeout(Duration.ofMinutes(4)));
    List<CallOnThread> calls = new ArrayList<>();
    for (int each = 0; each < CALLS; each++) {
      calls.add(CallOnThread.start(() -> client.getMembership(scene.membershipId())));
    }
    awaitHeldResponses(CALLS);
    client.close();
    for (CallOnThread call : calls) {
      assertThat(call.failure().code()).isEqualTo(ErrorCode.CLIENT_CLOSED);
    }
    expectRequests(Operation.GET_MEMBERSHIP, CALLS);
  }

  @Test
  void closingEndsAWaitBetweenAttempts() throws Exception {
    Scene scene = newScene();
    inject(Operation.CREATE_MEMBERSHIP, 1, Fault.throttle(HINT));
    RosterClient client = newClient();
    time().onWait(any -> client.close());
    RosterException failure = failureOf(ErrorCode.CLIENT_CLOSED, () -> scene.create(client));
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    expectRequests(Operation.CREATE_MEMBERSHIP, 1);
  }
}
