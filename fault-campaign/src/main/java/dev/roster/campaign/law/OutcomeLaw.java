package dev.roster.campaign.law;

import dev.roster.ErrorCode;
import dev.roster.Outcome;
import dev.roster.RosterException;
import dev.roster.campaign.record.AttemptRecord;
import dev.roster.campaign.record.Exchange;
import dev.roster.campaign.weather.Fault;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What has to hold of every write that failed, whatever it was about. */
final class OutcomeLaw {

  /** How an attempt fails whose response was lost, on the way or by the client. */
  private static final Set<ErrorCode> WITHOUT_RESPONSE =
      EnumSet.of(
          ErrorCode.TIMEOUT,
          ErrorCode.UNAVAILABLE,
          ErrorCode.INVALID_RESPONSE,
          ErrorCode.WRONG_ENDPOINT,
          ErrorCode.CANCELLED,
          ErrorCode.CLIENT_CLOSED,
          ErrorCode.UNKNOWN);

  /** As the library promises. */
  private static final int MOST_LOOKS = 12;

  /** What is left is too short for another look and the turn before it. */
  private static final long TOO_SHORT_NANOS = 20_000_000;

  private final List<AttemptRecord> attempts;
  private final List<Exchange> exchanges;
  private final Sentences broken = new Sentences();

  /**
   * The law of one write.
   *
   * @param attempts its attempts
   * @param exchanges its requests that the proxy saw
   */
  OutcomeLaw(List<AttemptRecord> attempts, List<Exchange> exchanges) {
    this.attempts = attempts;
    this.exchanges = exchanges;
  }

  /**
   * The sentences that a failed write broke.
   *
   * @param error how it failed
   * @param changed whether its requests changed the store
   * @param timing what time it had; null where that is not known
   * @param shows whether a look shows that the write was applied
   */
  List<String> brokenBy(
      RosterException error,
      boolean changed,
      WriteReport.@Nullable Timing timing,
      Predicate<AttemptRecord> shows) {
    notSentMeansThatNothingArrived(error.outcome());
    notAppliedMeansThatNothingChanged(error.outcome(), changed);
    unknownMeansThatAResponseWasLost(error.outcome());
    unknownMeansThatNoLookCouldTell(error.outcome(), shows);
    unknownMeansThatTheTimeWasUsed(error.outcome(), timing);
    conflictsAreThoseOfTheService(error.code());
    return broken.all();
  }

  private void notSentMeansThatNothingArrived(Outcome outcome) {
    broken.when(
        outcome == Outcome.NOT_SENT && !exchanges.isEmpty(),
        "NOT_SENT, and a whole request arrived");
  }

  private void notAppliedMeansThatNothingChanged(Outcome outcome, boolean changed) {
    if (outcome == Outcome.UNKNOWN) {
      return;
    }
    broken.when(changed, outcome + ", and its request changed the store");
    broken.when(
        exchanges.stream().anyMatch(OutcomeLaw::isSurelyOpen),
        outcome + ", and a write arrived whose response was lost");
  }

  private void unknownMeansThatAResponseWasLost(Outcome outcome) {
    broken.when(
        outcome == Outcome.UNKNOWN && !mayHaveLostAResponse(),
        "UNKNOWN, and every write had its response");
  }

  /** A look that found the thing, or found it gone, has shown what is there. */
  private void unknownMeansThatNoLookCouldTell(Outcome outcome, Predicate<AttemptRecord> shows) {
    boolean shown = attempts.stream().filter(this::isLookAfterALoss).anyMatch(shows);
    broken.when(outcome == Outcome.UNKNOWN && shown, "UNKNOWN, and a look had shown it");
  }

  private boolean isLookAfterALoss(AttemptRecord look) {
    return !look.operation().isWrite()
        && attempts.stream().anyMatch(a -> isLost(a) && a.key().attempt() < look.key().attempt());
  }

  /** It looked until the deadline or the settling time, or as often as it may. */
  private void unknownMeansThatTheTimeWasUsed(
      Outcome outcome, WriteReport.@Nullable Timing timing) {
    if (outcome != Outcome.UNKNOWN || timing == null || timing.cutShort() || timing.isHeld()) {
      return;
    }
    attempts.stream()
        .filter(OutcomeLaw::isLost)
        .reduce((earlier, later) -> later)
        .ifPresent(lastLost -> timeWasUsedAfter(lastLost, timing));
  }

  private void timeWasUsedAfter(AttemptRecord last, WriteReport.Timing timing) {
    long looks = attempts.stream().filter(a -> a.key().attempt() > last.key().attempt()).count();
    long left = timing.looksEndAt(last.endedAt()) - timing.endNanos();
    if (looks < MOST_LOOKS && left > TOO_SHORT_NANOS) {
      broken.add(
          "UNKNOWN too early: after %d looks, %d ms before their time is over"
              .formatted(looks, left / 1_000_000));
    }
  }

  private void conflictsAreThoseOfTheService(ErrorCode code) {
    broken.when(
        code == ErrorCode.CONCURRENT_MODIFICATION && !met(Fault.BUSY),
        "CONCURRENT_MODIFICATION, and no other caller was there");
    broken.when(
        code == ErrorCode.CONFLICT && exchanges.stream().noneMatch(Exchange::isConflict),
        "CONFLICT, and the service named none");
  }

  private boolean met(Fault fault) {
    return exchanges.stream().anyMatch(exchange -> exchange.fault() == fault);
  }

  /** A bulk item that sent nothing has no attempts here; then it cannot be said. */
  boolean mayHaveLostAResponse() {
    return attempts.stream().anyMatch(OutcomeLaw::isLost)
        || exchanges.stream().anyMatch(OutcomeLaw::isOpen);
  }

  private static boolean isLost(AttemptRecord attempt) {
    return attempt.operation().isWrite()
        && attempt.error() != null
        && WITHOUT_RESPONSE.contains(attempt.error());
  }

  /** A write that arrived, and whose definite response the proxy did not let through. */
  private static boolean isOpen(Exchange exchange) {
    return exchange.operation().isWrite() && !exchange.isDefinite();
  }

  private static boolean isSurelyOpen(Exchange exchange) {
    return exchange.operation().isWrite() && !exchange.mayBeDefinite();
  }
}
