package dev.roster.campaign.law;

import dev.roster.ErrorCode;
import dev.roster.Outcome;
import dev.roster.RosterException;
import dev.roster.campaign.record.AttemptRecord;
import dev.roster.campaign.record.CallReport;
import dev.roster.campaign.record.Exchange;
import dev.roster.campaign.record.PartRecord;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;

/** What has to hold of every call, be it a read or a write, however it ended. */
public final class CallLaw {

  /** Far more than the machine's own pauses, in real time. */
  private static final Duration GROSSLY = Duration.ofSeconds(6);

  /** Far more than the longest step of the back-off, the longest hint, and the wait for a turn. */
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);

  /** What only the service can say of a request. */
  private static final Set<ErrorCode> WORDS_OF_THE_SERVICE =
      EnumSet.of(
          ErrorCode.NOT_FOUND,
          ErrorCode.ALREADY_MEMBER,
          ErrorCode.ALREADY_EXISTS,
          ErrorCode.UNSUPPORTED,
          ErrorCode.CONFLICT,
          ErrorCode.CONCURRENT_MODIFICATION,
          ErrorCode.THROTTLED,
          ErrorCode.QUOTA_EXCEEDED,
          ErrorCode.INVALID_ARGUMENT,
          ErrorCode.INVALID_PAGE_TOKEN,
          ErrorCode.ACCESS_DENIED,
          ErrorCode.CLOCK_SKEW);

  /** What nothing in this campaign gives a reason for. */
  private static final Set<ErrorCode> NEVER =
      EnumSet.of(
          ErrorCode.QUOTA_EXCEEDED,
          ErrorCode.INVALID_ARGUMENT,
          ErrorCode.INVALID_PAGE_TOKEN,
          ErrorCode.ACCESS_DENIED,
          ErrorCode.CLOCK_SKEW,
          ErrorCode.AMBIGUOUS,
          ErrorCode.UNSUPPORTED,
          ErrorCode.UNKNOWN);

  private final CallReport call;
  private final int timeFactor;
  private final Duration stalled;
  private final Sentences broken = new Sentences();

  private CallLaw(CallReport call, int timeFactor, Duration stalled) {
    this.call = call;
    this.timeFactor = timeFactor;
    this.stalled = stalled;
  }

  /**
   * The sentences that a call broke.
   *
   * @param call the call
   * @param timeFactor how much faster than real time the campaign's clock runs
   * @param stalled for how long the machine stood still during the call, in real time
   */
  public static List<String> brokenBy(CallReport call, int timeFactor, Duration stalled) {
    CallLaw law = new CallLaw(call, timeFactor, stalled);
    law.failuresAreRosterExceptions();
    law.deadlinesAreKept();
    law.interruptsAreKept();
    law.broken.addAll(call.record().irregular());
    call.record().parts().forEach(law::judge);
    return law.broken.all();
  }

  private void judge(PartRecord part) {
    broken.addAll(part.irregular());
    attemptsAreCounted(part);
    part.attempts().forEach(attempt -> judge(part, attempt));
    RosterException failure = part.failure();
    if (failure != null) {
      judge(part, failure);
    }
  }

  private void judge(PartRecord part, RosterException failure) {
    codesHaveTheirReasons(failure);
    throttlingEndsWithTheDeadline(failure);
    readsChangeNothing(part, failure);
  }

  private void judge(PartRecord part, AttemptRecord attempt) {
    List<Exchange> sent = call.record().exchanges(attempt.key());
    everyStartHasOneEnd(part, attempt);
    oneRequestForEachAttempt(attempt, sent);
    successIsTheServicesOwnWord(attempt, sent);
    refusalsAreTheServicesOwnWord(attempt, sent);
  }

  private void failuresAreRosterExceptions() {
    Throwable error = call.error();
    boolean fine =
        error == null
            || error instanceof RosterException
            || (error instanceof CancellationException && call.disturbed());
    if (!fine) {
      broken.add("something else than a RosterException was thrown: " + error);
    }
  }

  private void deadlinesAreKept() {
    Duration tolerance = GROSSLY.plus(stalled).multipliedBy(timeFactor);
    boolean whole = call.action().isOneCall();
    if (whole && call.elapsed().compareTo(call.deadline().plus(tolerance)) > 0) {
      broken.add("a deadline was missed: %s took %s".formatted(call.deadline(), call.elapsed()));
    }
  }

  private void interruptsAreKept() {
    boolean blockedHere = !(call.error() instanceof CancellationException);
    broken.when(
        call.flagKept() && !call.disturbed(),
        "the interrupt flag is set, and nothing was interrupted");
    broken.when(
        blockedHere && call.disturbed() && !call.flagKept() && !call.asynchronous(),
        "the interrupt flag is lost");
  }

  private void attemptsAreCounted(PartRecord part) {
    if (part.reportedAttempts() != part.attempts().size()) {
      broken.add(
          "attempts() miscounts: %d, and %d were made"
              .formatted(part.reportedAttempts(), part.attempts().size()));
    }
  }

  private void everyStartHasOneEnd(PartRecord part, AttemptRecord attempt) {
    if (part.reportedAttempts() >= 0 && attempt.ends() != 1) {
      broken.add("an attempt has not one end: %s has %d".formatted(attempt, attempt.ends()));
    }
  }

  private void oneRequestForEachAttempt(AttemptRecord attempt, List<Exchange> sent) {
    if (attempt.requests() > 1 || sent.size() > 1) {
      broken.add("an attempt sent more than one request: %s sent %s".formatted(attempt, sent));
    }
  }

  private void successIsTheServicesOwnWord(AttemptRecord attempt, List<Exchange> sent) {
    if (attempt.succeeded() && sent.stream().noneMatch(Exchange::isSuccess)) {
      broken.add(
          "an attempt succeeded without the service's response: %s on %s".formatted(attempt, sent));
    }
  }

  private void refusalsAreTheServicesOwnWord(AttemptRecord attempt, List<Exchange> sent) {
    boolean refused = attempt.error() != null && WORDS_OF_THE_SERVICE.contains(attempt.error());
    if (refused && sent.stream().noneMatch(Exchange::mayBeDefinite)) {
      broken.add(
          "an attempt was refused without the service's response: %s by %s"
              .formatted(attempt, sent));
    }
  }

  private void codesHaveTheirReasons(RosterException failure) {
    ErrorCode code = failure.code();
    if (isWithoutReason(code)) {
      broken.add("%s without a reason: %s".formatted(code, failure.getMessage()));
    }
  }

  private boolean isWithoutReason(ErrorCode code) {
    return NEVER.contains(code)
        || (code == ErrorCode.CANCELLED && !call.disturbed() && call.action().isOneCall())
        || (code == ErrorCode.CLIENT_CLOSED && !call.closed())
        || (code == ErrorCode.UNAUTHENTICATED && !call.record().lackedCredentials());
  }

  private void throttlingEndsWithTheDeadline(RosterException failure) {
    boolean whole = call.action().isOneCall() && !call.disturbed() && !call.closed();
    Duration left = call.deadline().minus(call.elapsed());
    if (whole && failure.code() == ErrorCode.THROTTLED && left.compareTo(LONGEST_PAUSE) > 0) {
      broken.add("THROTTLED too early: after %s of %s".formatted(call.elapsed(), call.deadline()));
    }
  }

  private void readsChangeNothing(PartRecord part, RosterException failure) {
    boolean onlyReads = part.attempts().stream().noneMatch(a -> a.operation().isWrite());
    broken.when(
        onlyReads && failure.outcome() == Outcome.UNKNOWN,
        "UNKNOWN, and nothing but reads was made");
    boolean arrived = !call.record().exchangesOf(part).isEmpty();
    broken.when(
        failure.outcome() == Outcome.NOT_SENT && arrived, "NOT_SENT, and a whole request arrived");
  }
}
