package dev.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.conformance.internal.scene.Scene;
import dev.roster.conformance.internal.watch.CallOnThread;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
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
    failureOf(ErrorCode.CLIENT_CLOSED, Outcome.NOT_SENT, () -> scene.call(operation, client));
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
    RosterClient client = newPatientClient();
    CallOnThread call = CallOnThread.start(() -> scene.call(operation, client));
    awaitHeldResponses(1);
    client.close();
    call.requireFailure(ErrorCode.CLIENT_CLOSED, outcomeOfLost(operation));
    expectRequests(operation, 1);
  }

  @Test
  void closingEndsAllCallsThatAreUnderWay() throws Exception {
    assumeAborts();
    Scene scene = newScene();
    injectFrom(Operation.GET_MEMBERSHIP, 1, CALLS, FaultKind.RESPONSE_DELAYED);
    RosterClient client = newPatientClient();
    List<CallOnThread> calls = startMany(() -> client.getMembership(scene.membershipId()));
    awaitHeldResponses(CALLS);
    client.close();
    for (CallOnThread call : calls) {
      call.requireFailure(ErrorCode.CLIENT_CLOSED, Outcome.NOT_APPLIED);
    }
    expectRequests(Operation.GET_MEMBERSHIP, CALLS);
  }

  private static List<CallOnThread> startMany(Callable<?> call) {
    return Stream.generate(() -> CallOnThread.start(call)).limit(CALLS).toList();
  }

  @Test
  void closingEndsAWaitBetweenAttempts() throws Exception {
    Scene scene = newScene();
    inject(Operation.CREATE_MEMBERSHIP, 1, Fault.throttle(HINT));
    RosterClient client = newClient();
    time().onWait(any -> client.close());
    failureOf(ErrorCode.CLIENT_CLOSED, Outcome.NOT_APPLIED, () -> scene.create(client));
    expectRequests(Operation.CREATE_MEMBERSHIP, 1);
  }
}
