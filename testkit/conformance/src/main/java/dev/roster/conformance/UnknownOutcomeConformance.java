package dev.roster.conformance;

import static dev.roster.Operation.CREATE_MEMBERSHIP;
import static dev.roster.Operation.DELETE_MEMBERSHIP;
import static dev.roster.Operation.FIND_MEMBERSHIP;
import static dev.roster.Operation.GET_MEMBERSHIP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ErrorCode;
import dev.roster.Membership;
import dev.roster.Outcome;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.conformance.internal.scene.Scene;
import dev.roster.memory.FaultKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A write whose response is lost is settled; where that cannot be, the exception says so. */
public abstract non-sealed class UnknownOutcomeConformance extends ConformanceSuite {

  private static final int ATTEMPTS = RetryPolicy.defaults().maxAttempts();

  /** What {@link dev.roster.CallOptions#withSettlingTime} documents. */
  private static final int MOST_LOOKS = 12;

  /** For subclasses, which have nothing to construct. */
  protected UnknownOutcomeConformance() {}

  @ParameterizedTest
  @EnumSource(
      names = {
        "RESPONSE_LOST",
        "SERVER_ERROR_AFTER_COMMIT",
        "RESPONSE_TRUNCATED",
        "RESPONSE_GARBLED"
      })
  void aCreateWhoseResponseIsLostEndsWithTheMembership(FaultKind fault) throws Exception {
    Scene scene = newScene();
    inject(CREATE_MEMBERSHIP, 1, fault);
    RosterClient client = newClient();
    Membership made = scene.create(client);
    assertThat(client.getMembership(made.membershipId()).memberId()).isEqualTo(scene.stranger());
    expectRequests(CREATE_MEMBERSHIP, 2);
    expectLookAfterRetriedCreate();
    expectRequests(GET_MEMBERSHIP, 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUEST_LOST", "SERVER_ERROR"})
  void aCreateThatWasLostOnItsWayIsMadeByTheNextAttempt(FaultKind fault) throws Exception {
    Scene scene = newScene();
    inject(CREATE_MEMBERSHIP, 1, fault);
    assertThat(newClient().createMembership(scene.group(), scene.stranger()).memberId())
        .isEqualTo(scene.stranger());
    expectRequests(CREATE_MEMBERSHIP, 2);
  }

  @Test
  void aConflictWhoseResponseWasLostEndsWithTheMembershipThatIsThere() throws Exception {
    Scene scene = newScene();
    inject(CREATE_MEMBERSHIP, 1, FaultKind.RESPONSE_LOST);
    assertThat(newClient().createMembership(scene.group(), scene.member()).membershipId())
        .isEqualTo(scene.membershipId());
    expectRequests(CREATE_MEMBERSHIP, 2);
    expectLookAfterRetriedCreate();
  }

  @Test
  void aCreateWithoutAnyResponseThatWasAppliedIsFoundByOneReadBack() throws Exception {
    Scene scene = newScene();
    inject(CREATE_MEMBERSHIP, 1, FaultKind.RESPONSE_LOST);
    injectFrom(CREATE_MEMBERSHIP, 2, ATTEMPTS - 1, FaultKind.SERVER_ERROR);
    assertThat(newClient().createMembership(scene.group(), scene.stranger()).memberId())
        .isEqualTo(scene.stranger());
    expectRequests(CREATE_MEMBERSHIP, ATTEMPTS);
    expectRequests(FIND_MEMBERSHIP, 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"REQUEST_LOST", "SERVER_ERROR"})
  void aCreateWithoutAnyResponseThatIsNotFoundIsUnknown(FaultKind fault) throws Exception {
    Scene scene = newScene();
    injectFrom(CREATE_MEMBERSHIP, 1, ATTEMPTS, fault);
    RosterClient client = newClient();
    RosterException failure = failureOf(ErrorCode.UNAVAILABLE, () -> scene.create(client));
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    assertThat(failure.attempts()).isEqualTo(ATTEMPTS + MOST_LOOKS);
    expectRequests(CREATE_MEMBERSHIP, ATTEMPTS);
    expectRequests(FIND_MEMBERSHIP, MOST_LOOKS);
  }

  @Test
  void aLookThatFailsIsFollowedByAnother() throws Exception {
    Scene scene = newScene();
    inject(CREATE_MEMBERSHIP, 1, FaultKind.RESPONSE_LOST);
    injectFrom(CREATE_MEMBERSHIP, 2, ATTEMPTS - 1, FaultKind.SERVER_ERROR);
    injectFrom(FIND_MEMBERSHIP, 1, 3, FaultKind.SERVER_ERROR);
    assertThat(newClient().createMembership(scene.group(), scene.stranger()).memberId())
        .isEqualTo(scene.stranger());
    expectRequests(CREATE_MEMBERSHIP, ATTEMPTS);
    expectRequests(FIND_MEMBERSHIP, 4);
  }

  @Test
  void alreadyAMemberIsNoResponseToACallThatMayHaveMadeItItself() throws Exception {
    assumeAddingTells();
    Scene scene = newScene();
    inject(CREATE_MEMBERSHIP, 1, FaultKind.RESPONSE_LOST);
    injectFrom(FIND_MEMBERSHIP, 1, MOST_LOOKS, FaultKind.SERVER_ERROR);
    RosterClient client = newClient();
    RosterException failure = failureOf(() -> scene.create(client));
    assertThat(failure.code())
        .isIn(ErrorCode.UNAVAILABLE, ErrorCode.TIMEOUT, ErrorCode.INVALID_RESPONSE);
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    expectRequests(CREATE_MEMBERSHIP, 2);
    expectRequests(FIND_MEMBERSHIP, MOST_LOOKS);
  }

  @Test
  void withoutSettlingTimeThereIsOneLook() throws Exception {
    Scene scene = newScene();
    injectFrom(CREATE_MEMBERSHIP, 1, ATTEMPTS, FaultKind.REQUEST_LOST);
    inject(FIND_MEMBERSHIP, 1, FaultKind.SERVER_ERROR);
    RosterClient client = newClient(builder -> builder.settlingTime(Duration.ZERO));
    failureOf(ErrorCode.UNAVAILABLE, Outcome.UNKNOWN, () -> scene.create(client));
    expectRequests(CREATE_MEMBERSHIP, ATTEMPTS);
    expectRequests(FIND_MEMBERSHIP, 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"RESPONSE_LOST", "SERVER_ERROR_AFTER_COMMIT"})
  void aDeleteWhoseResponseIsLostSucceeds(FaultKind fault) throws Exception {
    Scene scene = newScene();
    inject(DELETE_MEMBERSHIP, 1, fault);
    RosterClient client = newClient();
    client.deleteMembership(scene.membershipId());
    assertThat(client.findMembership(scene.group(), scene.member())).isEmpty();
    expectRequests(DELETE_MEMBERSHIP, 2);
    expectRequests(FIND_MEMBERSHIP, 1);
  }

  @Test
  void aDeleteOfSomethingAbsentAfterThrottlingOnlyIsNotFound() throws Exception {
    assumeRemovingTells();
    inject(DELETE_MEMBERSHIP, 1, FaultKind.THROTTLED);
    RosterClient client = newClient();
    failureOf(ErrorCode.NOT_FOUND, () -> client.deleteMembership(harness().absentMembership()));
    expectRequests(DELETE_MEMBERSHIP, 2);
  }

  @Test
  void aDeleteWithoutAnyResponseThatWasAppliedIsSettledByOneReadBack() throws Exception {
    Scene scene = newScene();
    inject(DELETE_MEMBERSHIP, 1, FaultKind.RESPONSE_LOST);
    injectFrom(DELETE_MEMBERSHIP, 2, ATTEMPTS - 1, FaultKind.SERVER_ERROR);
    newClient().deleteMembership(scene.membershipId());
    expectRequests(DELETE_MEMBERSHIP, ATTEMPTS);
    expectRequests(GET_MEMBERSHIP, 1);
  }

  @Test
  void aDeleteWithoutAnyResponseThatIsStillThereIsUnknown() throws Exception {
    Scene scene = newScene();
    injectFrom(DELETE_MEMBERSHIP, 1, ATTEMPTS, FaultKind.REQUEST_LOST);
    RosterClient client = newClient();
    Runnable delete = () -> client.deleteMembership(scene.membershipId());
    failureOf(ErrorCode.UNAVAILABLE, Outcome.UNKNOWN, delete);
    expectRequests(DELETE_MEMBERSHIP, ATTEMPTS);
    expectRequests(GET_MEMBERSHIP, MOST_LOOKS);
  }

  @Test
  void whatWasRefusedIsNotApplied() throws Exception {
    Scene scene = newScene();
    inject(CREATE_MEMBERSHIP, 1, FaultKind.ACCESS_DENIED);
    RosterClient client = newClient();
    RosterException failure = failureOf(() -> scene.create(client));
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    expectRequests(CREATE_MEMBERSHIP, 1);
  }

  @Test
  void whatCouldNotBeConnectedIsNotSent() throws Exception {
    Scene scene = newScene();
    RosterClient client = newClient(harness().openUnreachableDriver(), builder -> builder);
    RosterException failure = failureOf(ErrorCode.UNAVAILABLE, () -> scene.create(client));
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_SENT);
    assertThat(failure.attempts()).isEqualTo(ATTEMPTS);
  }
}
