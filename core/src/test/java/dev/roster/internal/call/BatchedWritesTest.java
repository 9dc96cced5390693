package dev.roster.internal.call;

import static dev.roster.internal.call.ScriptedDriver.GROUP;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ErrorCode;
import dev.roster.MemberBatches;
import dev.roster.MemberId;
import dev.roster.MemberResult;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.Presence;
import dev.roster.Resource;
import dev.roster.RosterClient;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.spi.BatchResponse;
import dev.roster.spi.BatchResponse.Effect;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import dev.roster.spi.ServiceTraits;
import dev.roster.spi.WritesInBatches;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** What a service says of each member of a request is the result of each. */
class BatchedWritesTest {

  private static final UserId ONE = new UserId("u-1");
  private static final UserId TWO = new UserId("u-2");
  private static final UserId THREE = new UserId("u-3");
  private static final ServiceTraits TRAITS =
      ServiceTraits.builder().membersPerWrite(10, false).addingTells(true).build();

  private final ScriptedDriver driver = new ScriptedDriver().like(TRAITS);
  private final Deque<BatchResponse> responses = new ArrayDeque<>();
  private final List<List<?>> sent = new ArrayList<>();

  @AutoClose
  private final RosterClient client =
      RosterClient.builder(batched()).timeSource(new TurnedTime()).build();

  private MembershipDriver batched() {
    return DisguisedDriver.of(driver, Map.of("addMembers", this::respond), WritesInBatches.class);
  }

  private BatchResponse respond(Object[] arguments) {
    sent.add(List.copyOf((List<?>) arguments[1]));
    return responses.size() > 1 ? responses.poll() : responses.peek();
  }

  private List<MemberResult<Presence>> add(MemberId... members) {
    return MemberBatches.of(client).ensureMembers(GROUP, List.of(members));
  }

  private static ErrorDescription refused(ErrorCode code, Resource missing) {
    return ErrorDescription.builder(code, Reach.REFUSED).missing(missing).build();
  }

  @Test
  void aTransientFailureOfSomeMembersIsRetriedForTheseAlone() {
    responses.add(
        BatchResponse.builder()
            .done(ONE, Effect.CHANGED)
            .failed(TWO, refused(ErrorCode.THROTTLED, Resource.UNSPECIFIED))
            .failed(THREE, refused(ErrorCode.NOT_FOUND, Resource.MEMBER))
            .build());
    responses.add(BatchResponse.builder().done(TWO, Effect.UNCHANGED).build());
    List<MemberResult<Presence>> results = add(ONE, TWO, THREE);
    assertThat(results.get(0).status()).contains(Presence.CREATED);
    assertThat(results.get(1).status()).contains(Presence.ALREADY_PRESENT);
    RosterException failure = results.get(2).error().orElseThrow();
    assertThat(failure.code()).isEqualTo(ErrorCode.NOT_FOUND);
    assertThat(failure.outcome()).isEqualTo(Outcome.NOT_APPLIED);
    assertThat(failure.operation()).isEqualTo("ensureMembers");
    assertThat(sent).containsExactly(List.of(ONE, TWO, THREE), List.of(TWO));
  }

  @Test
  void aMemberThatTheResponseLeavesOutIsReadAndNeverTakenForAdded() {
    responses.add(BatchResponse.builder().done(ONE, Effect.CHANGED).build());
    List<MemberResult<Presence>> results = add(ONE, TWO);
    assertThat(results.get(0).status()).contains(Presence.CREATED);
    assertThat(results.get(1).status()).contains(Presence.PRESENT_MAKER_UNKNOWN);
    assertThat(sent).first().isEqualTo(List.of(ONE, TWO));
    assertThat(sent.subList(1, sent.size())).containsOnly(List.of(TWO));
    assertThat(driver.asked()).containsExactly(Operation.FIND_MEMBERSHIP);
  }

  @Test
  void aConflictOfWhichTheReasonIsNotToldIsSettledByReading() {
    responses.add(
        BatchResponse.builder()
            .done(ONE, Effect.CHANGED)
            .failed(TWO, refused(ErrorCode.CONFLICT, Resource.UNSPECIFIED))
            .build());
    List<MemberResult<Presence>> results = add(ONE, TWO);
    assertThat(results.get(0).status()).contains(Presence.CREATED);
    assertThat(results.get(1).status()).contains(Presence.ALREADY_PRESENT);
    assertThat(driver.asked()).containsExactly(Operation.FIND_MEMBERSHIP);
  }

  @Test
  void whatTheServiceSaysOfAMemberIsCleanedAsEveryFailure() {
    driver.redacting(text -> text.replace("s3cret", "***"));
    ErrorDescription quoting =
        ErrorDescription.builder(ErrorCode.INVALID_ARGUMENT, Reach.REFUSED)
            .message("bad request with s3cret")
            .build();
    responses.add(BatchResponse.builder().failed(ONE, quoting).failed(TWO, quoting).build());
    assertThat(add(ONE, TWO))
        .allSatisfy(
            result ->
                assertThat(result.error().orElseThrow())
                    .hasMessageContaining("***")
                    .hasMessageNotContaining("s3cret"));
  }

  @Test
  void whatMayHaveBeenAppliedForOneMemberIsReadForThatMember() {
    ErrorDescription lost = ErrorDescription.of(ErrorCode.UNKNOWN, Reach.MAYBE_APPLIED);
    responses.add(BatchResponse.builder().done(ONE, Effect.UNTOLD).failed(TWO, lost).build());
    List<MemberResult<Presence>> results = add(ONE, TWO);
    assertThat(results)
        .allSatisfy(result -> assertThat(result.status()).contains(Presence.PRESENT_MAKER_UNKNOWN));
    assertThat(sent).hasSize(1);
    assertThat(driver.asked()).containsExactly(Operation.FIND_MEMBERSHIP);
  }
}
