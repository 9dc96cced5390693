package dev.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ErrorCode;
import dev.roster.Membership;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.conformance.internal.scene.Scene;
import dev.roster.conformance.internal.watch.CallOnThread;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An interrupt ends a call wherever it is, and the thread's interrupt flag stays set. */
public abstract non-sealed class InterruptConformance extends ConformanceSuite {

  /** For subclasses, which have nothing to construct. */
  protected InterruptConformance() {}

  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.MATCH_ANY, names = ".*MEMBERSHIP.*|.*_MEMBERS|IS_MEMBER.*")
  void anInterruptEndsABlockedRead(Operation operation) throws Exception {
    assumeAborts();
    Scene scene = newScene();
    inject(operation, 1, FaultKind.RESPONSE_DELAYED);
    RosterClient client = newPatientClient();
    CallOnThread call = interruptOnceHeld(() -> scene.call(operation, client));
    call.requireCancelled(outcomeOfLost(operation));
    expectRequests(operation, 1);
  }

  @Test
  void aClientWorksOnAfterAnInterruptedCall() throws Exception {
    assumeAborts();
    Scene scene = newScene();
    inject(Operation.GET_MEMBERSHIP, 1, FaultKind.RESPONSE_DELAYED);
    RosterClient client = newClient();
    CallOnThread call = interruptOnceHeld(() -> client.getMembership(scene.membershipId()));
    assertThat(call.failure().code()).isEqualTo(ErrorCode.CANCELLED);
    assertThat(client.getMembership(scene.membershipId()).memberId()).isEqualTo(scene.member());
    expectRequests(Operation.GET_MEMBERSHIP, 2);
  }

  @Test
  void anInterruptEndsAWaitBetweenAttempts() throws Exception {
    Scene scene = newScene();
    inject(Operation.CREATE_MEMBERSHIP, 1, Fault.throttle(HINT));
    RosterClient client = newClient();
    time().onWait(any -> Thread.currentThread().interrupt());
    CallOnThread call = CallOnThread.start(() -> scene.create(client));
    call.requireCancelled(Outcome.NOT_APPLIED);
    expectRequests(Operation.CREATE_MEMBERSHIP, 1);
  }

  @Test
  void anInterruptBeforeTheCallSendsNothing() throws Exception {
    Scene scene = newScene();
    RosterClient client = newClient();
    CallOnThread.start(() -> createInterrupted(scene, client)).requireCancelled(Outcome.NOT_SENT);
  }

  private static Membership createInterrupted(Scene scene, RosterClient client) {
    Thread.currentThread().interrupt();
    return scene.create(client);
  }
}
