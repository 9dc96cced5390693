package dev.roster.campaign.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RosterException;
import dev.roster.UserId;
import dev.roster.bulk.GroupMember;
import dev.roster.bulk.ItemStatus;
import dev.roster.campaign.record.AttemptRecord;
import dev.roster.campaign.record.Change;
import dev.roster.campaign.record.Exchange;
import dev.roster.campaign.record.Stored;
import dev.roster.campaign.weather.AttemptKey;
import dev.roster.campaign.weather.Fault;
import dev.roster.campaign.weather.FaultPlan;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The law finds each kind of untruth, and leaves what is true alone. */
final class WriteLawTest {

  private static final GroupMember PAIR = new GroupMember(new GroupId("group"), new UserId("user"));
  private static final Stored OWN = stored(1);
  private static final Stored EARLIER = stored(0);
  private static final long SECOND = 1_000_000_000L;

  private final List<AttemptRecord> attempts = new ArrayList<>();
  private final List<Exchange> exchanges = new ArrayList<>();
  private WriteReport.@Nullable Timing timing;

  @Test
  void whatWasMadeAndSaidSoIsRight() {
    attempt(Operation.CREATE_MEMBERSHIP, null, Fault.NONE, 200);

    assertThat(adding(null, OWN, ItemStatus.CREATED, null)).isEmpty();
  }

  @Test
  void anAcknowledgedAdditionIsStored() {
    assertThat(adding(null, null, ItemStatus.CREATED, null))
        .contains("acknowledged, and not stored");
  }

  @Test
  void anAcknowledgedRemovalIsGone() {
    assertThat(removing(EARLIER, EARLIER, ItemStatus.REMOVED, null))
        .contains("acknowledged, and still stored", "REMOVED, and none of its requests removed it");
  }

  @Test
  void createdIsWhatTheCallItselfMade() {
    attempt(Operation.CREATE_MEMBERSHIP, null, Fault.NONE, 200);

    assertThat(adding(EARLIER, EARLIER, ItemStatus.CREATED, null))
        .containsExactly("CREATED, and none of its requests made it");
  }

  @Test
  void alreadyIsNeverSaidOfTheCallsOwnLostAttempt() {
    attempt(Operation.CREATE_MEMBERSHIP, ErrorCode.TIMEOUT, Fault.LOSE_RESPONSE, 0);
    attempt(Operation.CREATE_MEMBERSHIP, ErrorCode.ALREADY_MEMBER, Fault.NONE, 400);

    assertThat(adding(null, OWN, null, failure(ErrorCode.ALREADY_MEMBER, Outcome.UNKNOWN)))
        .contains("already a member by its own attempt");
    assertThat(adding(null, OWN, ItemStatus.ALREADY_PRESENT, null))
        .contains("already a member by its own attempt");
  }

  @Test
  void alreadyAbsentIsNeverSaidOfWhatWasThere() {
    assertThat(removing(EARLIER, null, ItemStatus.ALREADY_ABSENT, null))
        .contains("already absent, and it was there");
  }

  @Test
  void anUnknownMakerNeedsALostResponse() {
    attempt(Operation.CREATE_MEMBERSHIP, null, Fault.NONE, 200);

    assertThat(adding(null, OWN, ItemStatus.PRESENT_MAKER_UNKNOWN, null))
        .containsExactly("present or absent with maker unknown, and no response was lost");
  }

  @Test
  void whatArrivedWasSent() {
    attempt(Operation.CREATE_MEMBERSHIP, ErrorCode.TIMEOUT, Fault.LOSE_REQUEST, 0);

    assertThat(adding(null, null, null, failure(ErrorCode.TIMEOUT, Outcome.NOT_SENT)))
        .containsExactly(
            "NOT_SENT, and a whole request arrived",
            "NOT_SENT, and a write arrived whose response was lost");
  }

  @Test
  void whatChangedTheStoreWasApplied() {
    attempt(Operation.CREATE_MEMBERSHIP, ErrorCode.UNAVAILABLE, Fault.LOSE_RESPONSE, 0);

    assertThat(adding(null, OWN, null, failure(ErrorCode.UNAVAILABLE, Outcome.NOT_APPLIED)))
        .contains(
            "NOT_APPLIED, and its request changed the store",
            "NOT_APPLIED, and a write arrived whose response was lost");
  }

  @Test
  void anOutcomeIsKnownWhereTheServiceResponded() {
    attempt(Operation.CREATE_MEMBERSHIP, ErrorCode.THROTTLED, Fault.THROTTLE, 400);

    assertThat(adding(null, null, null, failure(ErrorCode.THROTTLED, Outcome.UNKNOWN)))
        .containsExactly("UNKNOWN, and every write had its response");
  }

  @Test
  void anOutcomeIsKnownWhereALookHasShownIt() {
    attempt(Operation.CREATE_MEMBERSHIP, ErrorCode.TIMEOUT, Fault.LOSE_RESPONSE, 0);
    attempt(Operation.FIND_MEMBERSHIP, null, Fault.NONE, 200);

    assertThat(adding(null, OWN, null, failure(ErrorCode.TIMEOUT, Outcome.UNKNOWN)))
        .containsExactly("UNKNOWN, and a look had shown it");
  }

  @Test
  void looksGoOnUntilTheSettlingTime() {
    attempt(Operation.CREATE_MEMBERSHIP, ErrorCode.TIMEOUT, Fault.LOSE_RESPONSE, 0);
    attempt(Operation.FIND_MEMBERSHIP, ErrorCode.TIMEOUT, Fault.LOSE_RESPONSE, 0);
    RosterException unknown = failure(ErrorCode.TIMEOUT, Outcome.UNKNOWN);

    timing = timing(3 * SECOND);
    assertThat(adding(null, OWN, null, unknown))
        .containsExactly("UNKNOWN too early: after 1 looks, 27000 ms before their time is over");
    timing = timing(30 * SECOND);
    assertThat(adding(null, OWN, null, unknown)).isEmpty();
  }

  @Test
  void noConflictIsMadeUp() {
    attempt(Operation.CREATE_MEMBERSHIP, ErrorCode.TIMEOUT, Fault.LOSE_RESPONSE, 0);

    assertThat(adding(null, null, null, failure(ErrorCode.CONFLICT, Outcome.UNKNOWN)))
        .containsExactly("CONFLICT, and the service named none");
    assertThat(
            adding(null, null, null, failure(ErrorCode.CONCURRENT_MODIFICATION, Outcome.UNKNOWN)))
        .containsExactly("CONCURRENT_MODIFICATION, and no other caller was there");
  }

  @Test
  void looksGoOnUntilTheDeadlineWhereThatIsSooner() {
    attempt(Operation.CREATE_MEMBERSHIP, ErrorCode.TIMEOUT, Fault.LOSE_RESPONSE, 0);
    RosterException unknown = failure(ErrorCode.TIMEOUT, Outcome.UNKNOWN);

    timing = new WriteReport.Timing(0, 9 * SECOND, seconds(10), seconds(30), 0, false);
    assertThat(adding(null, OWN, null, unknown))
        .containsExactly("UNKNOWN too early: after 0 looks, 1000 ms before their time is over");
    timing = new WriteReport.Timing(0, 10 * SECOND, seconds(10), seconds(30), 0, false);
    assertThat(adding(null, OWN, null, unknown)).isEmpty();
  }

  @Test
  void twelveLooksAreEnough() {
    attempt(Operation.CREATE_MEMBERSHIP, ErrorCode.TIMEOUT, Fault.LOSE_RESPONSE, 0);
    RosterException unknown = failure(ErrorCode.TIMEOUT, Outcome.UNKNOWN);
    timing = timing(3 * SECOND);
    for (int look = 0; look < 11; look++) {
      attempt(Operation.FIND_MEMBERSHIP, ErrorCode.TIMEOUT, Fault.LOSE_RESPONSE, 0);
    }

    assertThat(adding(null, OWN, null, unknown)).hasSize(1);
    attempt(Operation.FIND_MEMBERSHIP, ErrorCode.TIMEOUT, Fault.LOSE_RESPONSE, 0);
    assertThat(adding(null, OWN, null, unknown)).isEmpty();
  }

  @Test
  void looksAreNotAskedOfACallThatWasCutShort() {
    attempt(Operation.CREATE_MEMBERSHIP, ErrorCode.TIMEOUT, Fault.LOSE_RESPONSE, 0);
    timing = new WriteReport.Timing(0, SECOND, seconds(300), seconds(30), 0, true);

    assertThat(adding(null, OWN, null, failure(ErrorCode.TIMEOUT, Outcome.UNKNOWN))).isEmpty();
  }

  @Test
  void noLookIsAskedForWhereTheServiceForbidsItUntilTheDeadline() {
    attempt(Operation.CREATE_MEMBERSHIP, ErrorCode.TIMEOUT, Fault.LOSE_RESPONSE, 0);
    RosterException unknown = failure(ErrorCode.TIMEOUT, Outcome.UNKNOWN);

    timing = new WriteReport.Timing(0, SECOND, seconds(10), seconds(30), 10 * SECOND, false);
    assertThat(adding(null, OWN, null, unknown)).isEmpty();
    timing = new WriteReport.Timing(0, SECOND, seconds(10), seconds(30), 10 * SECOND - 1, false);
    assertThat(adding(null, OWN, null, unknown)).hasSize(1);
  }

  @Test
  void theMembershipThatIsReturnedIsTheOneThatIsStored() {
    attempt(Operation.CREATE_MEMBERSHIP, null, Fault.NONE, 200);

    assertThat(returning(OWN)).isEmpty();
    assertThat(returning(EARLIER))
        .containsExactly("another membership was returned than the one that is stored");
  }

  @Test
  void anAdditionFindsNothingMissing() {
    attempt(Operation.CREATE_MEMBERSHIP, ErrorCode.NOT_FOUND, Fault.NONE, 404);

    assertThat(adding(null, null, null, failure(ErrorCode.NOT_FOUND, Outcome.NOT_APPLIED)))
        .containsExactly("not found, and everything exists");
  }

  @Test
  void aRemovalThatALookSawIsKnown() {
    attempt(Operation.DELETE_MEMBERSHIP, ErrorCode.TIMEOUT, Fault.LOSE_RESPONSE, 0);
    attempt(Operation.GET_MEMBERSHIP, ErrorCode.NOT_FOUND, Fault.NONE, 404);

    assertThat(removing(EARLIER, null, null, failure(ErrorCode.TIMEOUT, Outcome.UNKNOWN)))
        .containsExactly("UNKNOWN, and a look had shown it");
  }

  @Test
  void conflictsOfTheServiceMayBeSaid() {
    attempt(Operation.CREATE_MEMBERSHIP, ErrorCode.CONFLICT, Fault.UNKNOWN_CONFLICT, 400);
    assertThat(adding(null, null, null, failure(ErrorCode.CONFLICT, Outcome.NOT_APPLIED)))
        .isEmpty();

    attempt(Operation.CREATE_MEMBERSHIP, ErrorCode.CONCURRENT_MODIFICATION, Fault.BUSY, 409);
    assertThat(
            adding(
                null, null, null, failure(ErrorCode.CONCURRENT_MODIFICATION, Outcome.NOT_APPLIED)))
        .isEmpty();
  }

  @Test
  void aWriteOfWhoseResponseOnlyLineEndsAreMissingMayBeKnownOrNot() {
    attempt(Operation.CREATE_MEMBERSHIP, ErrorCode.UNAVAILABLE, Fault.CUT_RESPONSE, 0);
    exchanges.get(0).onlyLineEndsMissing(400);

    assertThat(adding(null, null, null, failure(ErrorCode.UNAVAILABLE, Outcome.UNKNOWN))).isEmpty();
    assertThat(adding(null, null, null, failure(ErrorCode.UNAVAILABLE, Outcome.NOT_APPLIED)))
        .isEmpty();
  }

  private List<String> returning(Stored stored) {
    return WriteLaw.brokenBy(
        new WriteReport(
            1,
            PAIR,
            true,
            null,
            OWN,
            List.of(new Change<>(0, 0, OWN.maker(), OWN, null)),
            null,
            stored.id(),
            null,
            attempts,
            exchanges,
            null));
  }

  private static Duration seconds(int seconds) {
    return Duration.ofSeconds(seconds);
  }

  private void attempt(Operation operation, @Nullable ErrorCode error, Fault fault, int status) {
    AttemptKey key = new AttemptKey(1, 0, attempts.size() + 1);
    AttemptRecord attempt = new AttemptRecord(key, operation);
    attempt.ended(error, 0);
    attempts.add(attempt);
    Exchange exchange = new Exchange(key, new FaultPlan(fault, 0), operation, PAIR);
    if (status > 0) {
      exchange.responded(status);
    }
    exchanges.add(exchange);
  }

  private List<String> adding(
      @Nullable Stored before,
      @Nullable Stored after,
      @Nullable ItemStatus said,
      @Nullable RosterException error) {
    return judged(true, before, after, said, error);
  }

  private List<String> removing(
      @Nullable Stored before,
      @Nullable Stored after,
      @Nullable ItemStatus said,
      @Nullable RosterException error) {
    return judged(false, before, after, said, error);
  }

  private List<String> judged(
      boolean adds,
      @Nullable Stored before,
      @Nullable Stored after,
      @Nullable ItemStatus said,
      @Nullable RosterException error) {
    List<Change<Stored>> own =
        OWN.equals(after) ? List.of(new Change<>(0, 0, OWN.maker(), OWN, null)) : List.of();
    return WriteLaw.brokenBy(
        new WriteReport(
            1, PAIR, adds, before, after, own, said, null, error, attempts, exchanges, timing));
  }

  private static WriteReport.Timing timing(long endNanos) {
    return new WriteReport.Timing(
        0, endNanos, Duration.ofMinutes(5), Duration.ofSeconds(30), 0, false);
  }

  private static RosterException failure(ErrorCode code, Outcome outcome) {
    return RosterException.builder(code, "aws", ClientMethod.CREATE_MEMBERSHIP)
        .outcome(outcome)
        .build();
  }

  private static Stored stored(long call) {
    return new Stored(new MembershipId("m" + call), new AttemptKey(call, 0, 1));
  }
}
