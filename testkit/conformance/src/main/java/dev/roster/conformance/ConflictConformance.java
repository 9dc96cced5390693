package dev.roster.conformance;

import static dev.roster.Operation.CREATE_MEMBERSHIP;
import static dev.roster.Operation.FIND_MEMBERSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.AlreadyMemberException;
import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.conformance.internal.scene.Scene;
import dev.roster.memory.FaultKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The meanings of a conflict are told apart: a member already, or another client at work. */
public abstract non-sealed class ConflictConformance extends ConformanceSuite {

  /** What {@link dev.roster.CallOptions#withSettlingTime} documents. */
  private static final int MOST_LOOKS = 12;

  private static final int MANY = 30;

  /** For subclasses, which have nothing to construct. */
  protected ConflictConformance() {}

  @Test
  void aSecondCreateIsRefusedOnceAndForAll() throws Exception {
    assumeAddingTells();
    Scene scene = newScene();
    RosterClient client = newClient();
    RosterException failure =
        failureOf(() -> client.createMembership(scene.group(), scene.member()));
    assertThat(failure).isInstanceOf(AlreadyMemberException.class);
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    expectRequests(CREATE_MEMBERSHIP, 1);
    // A service that does not say which conflict it is needs a read-back.
    expectRequests(FIND_MEMBERSHIP, 0, 1);
  }

  @Test
  void aConflictAfterThrottlingOnlyIsStillAConflict() throws Exception {
    assumeAddingTells();
    Scene scene = newScene();
    inject(CREATE_MEMBERSHIP, 1, FaultKind.THROTTLED);
    RosterClient client = newClient();
    failureOf(
        ErrorCode.ALREADY_MEMBER, () -> client.createMembership(scene.group(), scene.member()));
    expectRequests(CREATE_MEMBERSHIP, 2);
    expectRequests(FIND_MEMBERSHIP, 0, 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"CREATE_MEMBERSHIP", "DELETE_MEMBERSHIP"})
  void aConcurrentModificationIsRepeated(Operation operation) throws Exception {
    Scene scene = newScene();
    inject(operation, 1, FaultKind.CONCURRENT_MODIFICATION);
    scene.call(operation, newClient());
    expectRequests(operation, 2);
  }

  @ParameterizedTest
  @EnumSource(names = {"CREATE_MEMBERSHIP", "DELETE_MEMBERSHIP"})
  void contentionHasNoLimitOfAttempts(Operation operation) throws Exception {
    Scene scene = newScene();
    injectFrom(operation, 1, MANY, FaultKind.CONCURRENT_MODIFICATION);
    scene.call(operation, newClient(builder -> builder.deadline(Duration.ofDays(1))));
    expectRequests(operation, MANY + 1);
  }

  @Test
  void anUnspecifiedConflictThatNoLookExplainsIsAConflict() throws Exception {
    Scene scene = newScene();
    inject(CREATE_MEMBERSHIP, 1, FaultKind.CONFLICT);
    RosterClient client = newClient();
    failureOf(ErrorCode.CONFLICT, Outcome.NOT_APPLIED, () -> scene.create(client));
    expectRequests(CREATE_MEMBERSHIP, 1);
    expectRequests(FIND_MEMBERSHIP, MOST_LOOKS);
  }

  @Test
  void anUnspecifiedConflictIsReadBackAndFinalForAMember() throws Exception {
    Scene scene = newScene();
    inject(CREATE_MEMBERSHIP, 1, FaultKind.CONFLICT);
    RosterClient client = newClient();
    failureOf(
        ErrorCode.ALREADY_MEMBER, () -> client.createMembership(scene.group(), scene.member()));
    expectOneRequestEach(CREATE_MEMBERSHIP, FIND_MEMBERSHIP);
  }

  @Test
  void anExceededQuotaIsNotThrottling() throws Exception {
    Scene scene = newScene();
    inject(CREATE_MEMBERSHIP, 1, FaultKind.QUOTA_EXCEEDED);
    RosterClient client = newClient();
    failureOf(ErrorCode.QUOTA_EXCEEDED, Outcome.NOT_APPLIED, () -> scene.create(client));
    expectRequests(CREATE_MEMBERSHIP, 1);
  }
}
