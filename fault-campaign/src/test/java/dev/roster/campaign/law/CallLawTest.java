package dev.roster.campaign.law;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.AttemptInfo;
import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.campaign.record.Action;
import dev.roster.campaign.record.CallReport;
import dev.roster.campaign.weather.Fault;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each sentence about every call is reported where it is broken, and only there. */
final class CallLawTest {

  private static final int TIME_FACTOR = 20;
  private static final Duration DEADLINE = Duration.ofMinutes(5);

  /** Six seconds of real time. */
  private static final Duration TOLERANCE = Duration.ofMinutes(2);

  private final CallStory story = new CallStory();
  private Action action = Action.FIND;
  private Duration elapsed = Duration.ofSeconds(1);
  private Duration stalled = Duration.ZERO;
  private boolean disturbed;
  private boolean flagKept;
  private boolean closed;
  private boolean asynchronous;

  @Test
  void aCallThatTheServiceRespondedToKeepsTheLaw() {
    story.attempt(Operation.FIND_MEMBERSHIP, null, Fault.NONE, 200).succeeds();

    assertThat(broken(null)).isEmpty();
  }

  @Test
  void onlyRosterExceptionsAreThrown() {
    assertThat(broken(new IllegalStateException("odd")))
        .containsExactly(
            "something else than a RosterException was thrown:"
                + " java.lang.IllegalStateException: odd");
    assertThat(broken(new CancellationException())).hasSize(1);
    disturbed = true;
    assertThat(broken(new CancellationException())).isEmpty();
  }

  @Test
  void deadlinesAreKept() {
    elapsed = DEADLINE.plus(TOLERANCE);
    assertThat(broken(null)).isEmpty();
    elapsed = elapsed.plusMillis(1);
    assertThat(broken(null)).containsExactly("a deadline was missed: PT5M took PT7M0.001S");
    stalled = Duration.ofMillis(1);
    assertThat(broken(null)).isEmpty();
    stalled = Duration.ZERO;
    action = Action.BULK_ADD;
    assertThat(broken(null)).isEmpty();
  }

  @Test
  void anInterruptFlagIsKept() {
    disturbed = true;
    assertThat(broken(null)).containsExactly("the interrupt flag is lost");
    flagKept = true;
    assertThat(broken(null)).isEmpty();
    flagKept = false;
    asynchronous = true;
    assertThat(broken(null)).isEmpty();
  }

  @Test
  void anInterruptFlagIsSetOnNoOtherThread() {
    flagKept = true;

    assertThat(broken(null))
        .containsExactly("the interrupt flag is set, and nothing was interrupted");
  }

  @Test
  void whatTheProxySawIsReported() {
    story.record().irregular("an endless response was read without a limit");

    assertThat(broken(null)).containsExactly("an endless response was read without a limit");
  }

  @Test
  void attemptsAreCounted() {
    story.attempt(Operation.FIND_MEMBERSHIP, null, Fault.NONE, 200).succeedsAfter(2);

    assertThat(broken(null)).containsExactly("attempts() miscounts: 2, and 1 were made");
  }

  @Test
  void attemptsDoNotOverlap() {
    AttemptInfo first = story.starts(Operation.FIND_MEMBERSHIP);
    AttemptInfo second = story.starts(Operation.FIND_MEMBERSHIP);
    story.ends(first, ErrorCode.UNAVAILABLE);
    story.ends(second, ErrorCode.UNAVAILABLE);
    story.fails(ErrorCode.UNAVAILABLE, Outcome.NOT_APPLIED);

    assertThat(broken(null)).containsExactly("attempts overlap: 2 began before the end of 1");
  }

  @Test
  void everyStartHasOneEnd() {
    AttemptInfo attempt = story.starts(Operation.FIND_MEMBERSHIP);
    story.fails(ErrorCode.TIMEOUT, Outcome.NOT_APPLIED);
    assertThat(broken(null))
        .containsExactly("an attempt has not one end: 1 FIND_MEMBERSHIP null has 0");
    story.ends(attempt, ErrorCode.TIMEOUT);
    assertThat(broken(null)).isEmpty();
    story.ends(attempt, ErrorCode.TIMEOUT);
    assertThat(broken(null))
        .containsExactly("an attempt has not one end: 1 FIND_MEMBERSHIP TIMEOUT has 2");
  }

  @Test
  void anAttemptSendsOneRequest() {
    story.attempt(Operation.FIND_MEMBERSHIP, null, Fault.NONE, 200).sendsAgain().succeeds();

    assertThat(broken(null))
        .singleElement()
        .asString()
        .startsWith("an attempt sent more than one request: 1 FIND_MEMBERSHIP ok sent [");
  }

  @Test
  void aSuccessIsTheServicesOwnWord() {
    story.attempt(Operation.FIND_MEMBERSHIP, null, Fault.REPLACE_DELIVERED, 0).succeeds();

    assertThat(broken(null))
        .singleElement()
        .asString()
        .startsWith("an attempt succeeded without the service's response: 1 FIND_MEMBERSHIP ok");
  }

  @Test
  void aResponseThatLacksClosingLineEndsMayBeTakenOrRefused() {
    story
        .attempt(Operation.FIND_MEMBERSHIP, ErrorCode.UNAVAILABLE, Fault.CUT_RESPONSE, 0)
        .lacksLineEndsOf(200)
        .attempt(Operation.FIND_MEMBERSHIP, null, Fault.CUT_RESPONSE, 0)
        .lacksLineEndsOf(200)
        .succeeds();

    assertThat(broken(null)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"NOT_FOUND", "ALREADY_MEMBER", "CONFLICT", "THROTTLED"})
  void aRefusalIsTheServicesOwnWord(ErrorCode code) {
    story
        .attempt(Operation.FIND_MEMBERSHIP, code, Fault.CUT_RESPONSE, 0)
        .fails(ErrorCode.UNAVAILABLE, Outcome.NOT_APPLIED);

    assertThat(broken(null))
        .singleElement()
        .asString()
        .startsWith("an attempt was refused without the service's response: 1 FIND_MEMBERSHIP");
  }

  @Test
  void aRefusalThatTheServiceSentIsRight() {
    story
        .attempt(Operation.FIND_MEMBERSHIP, ErrorCode.NOT_FOUND, Fault.NONE, 404)
        .fails(ErrorCode.NOT_FOUND, Outcome.NOT_APPLIED);

    assertThat(broken(null)).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"QUOTA_EXCEEDED", "INVALID_ARGUMENT", "ACCESS_DENIED", "CLOCK_SKEW"})
  void whatNothingInACampaignCausesIsNeverSaid(ErrorCode code) {
    story.fails(code, Outcome.NOT_APPLIED);

    assertThat(broken(null)).singleElement().asString().startsWith(code + " without a reason");
  }

  @Test
  void cancelledClosedAndUnauthenticatedHaveTheirReasons() {
    story.fails(ErrorCode.CANCELLED, Outcome.NOT_APPLIED);
    assertThat(broken(null)).singleElement().asString().startsWith("CANCELLED without a reason");
    disturbed = true;
    flagKept = true;
    assertThat(broken(null)).isEmpty();

    story.fails(ErrorCode.CLIENT_CLOSED, Outcome.NOT_APPLIED);
    assertThat(broken(null)).singleElement().asString().startsWith("CLIENT_CLOSED without a");
    closed = true;
    assertThat(broken(null)).isEmpty();

    story.fails(ErrorCode.UNAUTHENTICATED, Outcome.NOT_APPLIED);
    assertThat(broken(null)).singleElement().asString().startsWith("UNAUTHENTICATED without a");
    story.lacksCredentials();
    assertThat(broken(null)).isEmpty();
  }

  @Test
  void throttlingEndsACallOnlyWhereItsDeadlineIsNear() {
    story.fails(ErrorCode.THROTTLED, Outcome.NOT_APPLIED);
    elapsed = DEADLINE.minusSeconds(60);
    assertThat(broken(null)).isEmpty();
    elapsed = DEADLINE.minusSeconds(61);
    assertThat(broken(null)).containsExactly("THROTTLED too early: after PT3M59S of PT5M");
  }

  @Test
  void throttlingIsNotJudgedWhereACallWasDisturbedOrClosedOrIsOneOfMany() {
    story.fails(ErrorCode.THROTTLED, Outcome.NOT_APPLIED);
    closed = true;
    assertThat(broken(null)).isEmpty();
    closed = false;
    action = Action.BULK_ADD;
    assertThat(broken(null)).isEmpty();
    action = Action.FIND;
    disturbed = true;
    flagKept = true;
    assertThat(broken(null)).isEmpty();
  }

  @Test
  void readsLeaveNothingUnknown() {
    story
        .attempt(Operation.FIND_MEMBERSHIP, ErrorCode.TIMEOUT, Fault.LOSE_RESPONSE, 0)
        .fails(ErrorCode.TIMEOUT, Outcome.UNKNOWN);

    assertThat(broken(null)).containsExactly("UNKNOWN, and nothing but reads was made");
  }

  @Test
  void aReadThatArrivedWasSent() {
    story
        .attempt(Operation.FIND_MEMBERSHIP, ErrorCode.TIMEOUT, Fault.LOSE_RESPONSE, 0)
        .fails(ErrorCode.TIMEOUT, Outcome.NOT_SENT);

    assertThat(broken(null)).containsExactly("NOT_SENT, and a whole request arrived");
  }

  private List<String> broken(@Nullable Throwable error) {
    CallReport call =
        new CallReport(
            story.record(),
            action,
            null,
            error,
            0,
            elapsed.toNanos(),
            DEADLINE,
            disturbed,
            flagKept,
            closed,
            asynchronous);
    return CallLaw.brokenBy(call, TIME_FACTOR, stalled);
  }
}
