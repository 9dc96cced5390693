package dev.roster.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.CallOptions;
import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RetryPolicy;
import dev.roster.RosterClient;
import dev.roster.TimeSource;
import dev.roster.conformance.internal.scene.Scene;
import dev.roster.conformance.internal.watch.ArrivalTime;
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

  private static final CallOptions ONE_ATTEMPT =
      CallOptions.defaults().withRetryPolicy(RetryPolicy.defaults().withMaxAttempts(1));

  /** For subclasses, which have nothing to construct. */
  protected TimeoutConformance() {}

  @ParameterizedTest
  @EnumSource(names = {"GET_MEMBERSHIP", "LIST_MEMBERSHIPS", "IS_MEMBER_IN_GROUPS"})
  void theTimeForAnAttemptEndsABlockedRead(Operation read) throws Exception {
    Scene scene = newScene();
    inject(read, 1, FaultKind.RESPONSE_DELAYED);
    RosterClient client = hasty(ONE_ATTEMPT.withSettlingTime(Duration.ZERO), read);
    failureOf(ErrorCode.TIMEOUT, Outcome.NOT_APPLIED, () -> scene.call(read, client));
    expectRequests(read, 1);
  }

  @ParameterizedTest
  @EnumSource(names = {"GET_MEMBERSHIP", "LIST_MEMBERSHIPS", "IS_MEMBER_IN_GROUPS"})
  void theTimeForAnAttemptEndsAResponseThatTrickles(Operation read) throws Exception {
    Scene scene = newScene();
    inject(read, 1, FaultKind.RESPONSE_TRICKLED);
    RosterClient client = hasty(ONE_ATTEMPT, read);
    failureOf(ErrorCode.TIMEOUT, () -> scene.call(read, client));
    expectRequests(read, 1);
  }

  @Test
  void theDeadlineEndsABlockedRead() throws Exception {
    Scene scene = newScene();
    inject(Operation.GET_MEMBERSHIP, 1, FaultKind.RESPONSE_DELAYED);
    RosterClient client = newClient(builder -> builder.timeSource(TimeSource.system()));
    Duration enough = warmUp(client, Operation.GET_MEMBERSHIP);
    RosterClient hasty = client.with(CallOptions.defaults().withDeadline(enough));
    failureOf(ErrorCode.TIMEOUT, () -> hasty.getMembership(scene.membershipId()));
    expectRequests(Operation.GET_MEMBERSHIP, 1);
  }

  @Test
  void anAttemptThatExpiredIsRepeated() throws Exception {
    Scene scene = newScene();
    inject(Operation.GET_MEMBERSHIP, 1, FaultKind.RESPONSE_DELAYED);
    RosterClient client = hasty(CallOptions.defaults());
    assertThat(client.getMembership(scene.membershipId()).memberId()).isEqualTo(scene.member());
    expectRequests(Operation.GET_MEMBERSHIP, 2);
  }

  @Test
  void aCreateThatExpiredIsReadBack() throws Exception {
    Scene scene = newScene();
    inject(Operation.CREATE_MEMBERSHIP, 1, FaultKind.RESPONSE_DELAYED);
    assertThat(scene.create(hasty(ONE_ATTEMPT)).memberId()).isEqualTo(scene.stranger());
    expectOneRequestEach(Operation.CREATE_MEMBERSHIP, Operation.FIND_MEMBERSHIP);
  }

  @Test
  void aDeleteThatExpiredIsReadBack() throws Exception {
    Scene scene = newScene();
    inject(Operation.DELETE_MEMBERSHIP, 1, FaultKind.RESPONSE_DELAYED);
    hasty(ONE_ATTEMPT).deleteMembership(scene.membershipId());
    expectOneRequestEach(Operation.DELETE_MEMBERSHIP, Operation.GET_MEMBERSHIP);
  }

  @Test
  void anExpiredCreateThatCannotBeReadBackIsUnknown() throws Exception {
    Scene scene = newScene();
    inject(Operation.CREATE_MEMBERSHIP, 1, FaultKind.RESPONSE_DELAYED);
    inject(Operation.FIND_MEMBERSHIP, 1, FaultKind.SERVER_ERROR);
    RosterClient client = hasty(ONE_ATTEMPT.withSettlingTime(Duration.ZERO));
    failureOf(ErrorCode.TIMEOUT, Outcome.UNKNOWN, () -> scene.create(client));
    expectOneRequestEach(Operation.CREATE_MEMBERSHIP, Operation.FIND_MEMBERSHIP);
  }

  private RosterClient hasty(CallOptions options) throws Exception {
    return hasty(options, Operation.GET_MEMBERSHIP);
  }

  /** Its attempts have the time that a request needs to arrive, and hardly more. */
  private RosterClient hasty(CallOptions options, Operation tried) throws Exception {
    RosterClient client = newClient();
    return client.with(options.withAttemptTimeout(warmUp(client, tried)));
  }

  /**
   * Loads classes and connects, which at a client's first call can take longer than the response.
   *
   * @return what is enough for a request to arrive, so that there is one to count
   */
  private Duration warmUp(RosterClient client, Operation tried) {
    requestOtherThan(tried, client);
    return ArrivalTime.of(() -> requestOtherThan(tried, client));
  }

  private void requestOtherThan(Operation tried, RosterClient client) {
    if (tried == Operation.IS_MEMBER_IN_GROUPS) {
      assertThat(client.findMembership(harness().newGroup(), harness().newUser())).isEmpty();
      expectRequests(Operation.FIND_MEMBERSHIP, 1);
    } else {
      assertThat(client.isMember(harness().newUser(), harness().newGroup())).isFalse();
      expectRequests(Operation.IS_MEMBER_IN_GROUPS, 1);
    }
  }
}
