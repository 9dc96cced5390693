package dev.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.CallOptions;
import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.RosterClientBuilder;
import dev.roster.RosterException;
import dev.roster.TimeSource;
import dev.roster.memory.FaultKind;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The time for an attempt and the deadline of a call end a blocked read. Here alone real time
 * passes: the response never comes, so it does not matter how much.
 */
public abstract non-sealed class TimeoutConformance extends ConformanceSuite {

  /** Enough for a request to arrive, so that there is one to count. */
  private static final Duration SHORT = Duration.ofMillis(400);

  private static final Duration LONG = Duration.ofSeconds(20);

  /** For subclasses, which have nothing to construct. */
  protected TimeoutConformance() {}

  @ParameterizedTest
  @EnumSource(names = {"GET_MEMBERSHIP", "LIST_MEMBERSHIPS", "IS_MEMBER_IN_GROUPS"})
  void theTimeForAnAttemptEndsABlockedRead(Operation read) throws Exception {
    Scene scene = newScene();
    inject(read, 1, FaultKind.RESPONSE_DELAYED);
    RosterClient client =
        newClient(builder -> oneShortAttempt(builder).settlingTime(Duration.ZERO));
    warmUp(client, read);
    RosterException failure = failureOf(ErrorCode.TIMEOUT, () -> scene.call(read, client));
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    expectRequests(read, 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"GET_MEMBERSHIP", "LIST_MEMBERSHIPS", "IS_MEMBER_IN_GROUPS"})
  void theTimeForAnAttemptEndsAResponseThatTrickles(Operation read) throws Exception {
    Scene scene = newScene();
    inject(read, 1, FaultKind.RESPONSE_TRICKLED);
    RosterClient client = newClient(TimeoutConformance::oneShortAttempt);
    warmUp(client, read);
    failureOf(ErrorCode.TIMEOUT, () -> scene.call(read, client));
    expectRequests(read, 1);
  }

  @Test
  void theDeadlineEndsABlockedRead() throws Exception {
    Scene scene = newScene();
    inject(Operation.GET_MEMBERSHIP, 1, FaultKind.RESPONSE_DELAYED);
    RosterClient client =
        newClient(builder -> builder.timeSource(TimeSource.system()).deadline(SHORT));
    warmUp(client);
    failureOf(ErrorCode.TIMEOUT, () -> client.getMembership(scene.membershipId()));
    expectRequests(Operation.GET_MEMBERSHIP, 1);
  }

  @Test
  void anAttemptThatExpiredIsRepeated() throws Exception {
    Scene scene = newScene();
    inject(Operation.GET_MEMBERSHIP, 1, FaultKind.RESPONSE_DELAYED);
    RosterClient client = newClient(builder -> builder.attemptTimeout(SHORT));
    warmUp(client);
    assertThat(client.getMembership(scene.membershipId()).memberId()).isEqualTo(scene.member());
    expectRequests(Operation.GET_MEMBERSHIP, 2);
  }

  @Test
  void aCreateThatExpiredIsReadBack() throws Exception {
    Scene scene = newScene();
    inject(Operation.CREATE_MEMBERSHIP, 1, FaultKind.RESPONSE_DELAYED);
    RosterClient client = newClient(TimeoutConformance::oneShortAttempt);
    warmUp(client);
    assertThat(scene.create(client).memberId()).isEqualTo(scene.stranger());
    expectRequests(Operation.CREATE_MEMBERSHIP, 1);
    expectRequests(Operation.FIND_MEMBERSHIP, 1);
  }

  @Test
  void aDeleteThatExpiredIsReadBack() throws Exception {
    Scene scene = newScene();
    inject(Operation.DELETE_MEMBERSHIP, 1, FaultKind.RESPONSE_DELAYED);
    RosterClient client = newClient(TimeoutConformance::oneShortAttempt);
    warmUp(client);
    client.deleteMembership(scene.membershipId());
    expectRequests(Operation.DELETE_MEMBERSHIP, 1);
    expectRequests(Operation.GET_MEMBERSHIP, 1);
  }

  @Test
  void anExpiredCreateThatCannotBeReadBackIsUnknown() throws Exception {
    Scene scene = newScene();
    inject(Operation.CREATE_MEMBERSHIP, 1, FaultKind.RESPONSE_DELAYED);
    inject(Operation.FIND_MEMBERSHIP, 1, FaultKind.SERVER_ERROR);
    RosterClient client =
        newClient(builder -> oneShortAttempt(builder).settlingTime(Duration.ZERO));
    warmUp(client);
    RosterException failure = failureOf(ErrorCode.TIMEOUT, () -> scene.create(client));
    assertThat(failure.outcome()).isEqualTo(Outcome.UNKNOWN);
    expectRequests(Operation.CREATE_MEMBERSHIP, 1);
    expectRequests(Operation.FIND_MEMBERSHIP, 1);
  }

  private static RosterClientBuilder oneShortAttempt(RosterClientBuilder builder) {
    return builder.attemptTimeout(SHORT).retryPolicy(RetryPolicy.defaults().withMaxAttempts(1));
  }

  private void warmUp(RosterClient client) {
    warmUp(client, Operation.GET_MEMBERSHIP);
  }

  /**
   * Loads classes and connects, which at a client's first call can take longer than the response.
   */
  private void warmUp(RosterClient client, Operation tried) {
    RosterClient patient = client.with(CallOptions.defaults().withAttemptTimeout(LONG));
    if (tried == Operation.IS_MEMBER_IN_GROUPS) {
      assertThat(patient.findMembership(harness().newGroup(), harness().newUser())).isEmpty();
      expectRequests(Operation.FIND_MEMBERSHIP, 1);
    } else {
      assertThat(patient.isMember(harness().newUser(), harness().newGroup())).isFalse();
      expectRequests(Operation.IS_MEMBER_IN_GROUPS, 1);
    }
  }
}
