package dev.roster.campaign.law;

import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RosterException;
import dev.roster.bulk.ItemStatus;
import dev.roster.campaign.record.AttemptRecord;
import dev.roster.campaign.record.Exchange;
import dev.roster.campaign.record.Stored;
import dev.roster.campaign.weather.Fault;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to hold of every write, whatever the network did to it. Each method is one sentence of
 * the law; what it finds broken, it says.
 *
 * <p>{@link CallLaw} is the law of every call, reads included, and {@link ReadLaw} that of what
 * reads return.
 */
public final class WriteLaw {

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

  private final WriteReport write;
  private final List<String> broken = new ArrayList<>();

  private WriteLaw(WriteReport write) {
    this.write = write;
  }

  /** The sentences that a write broke; empty where it kept the law. */
  public static List<String> brokenBy(WriteReport write) {
    WriteLaw law = new WriteLaw(write);
    RosterException error = write.error();
    if (error == null) {
      law.whatIsAcknowledgedIsStored();
      law.createdAndRemovedAreThisCallsOwn();
      law.unknownMakersComeFromLostResponses();
    } else {
      law.notSentMeansThatNothingArrived(error.outcome());
      law.notAppliedMeansThatNothingChanged(error.outcome());
      law.unknownMeansThatAResponseWasLost(error.outcome());
      law.unknownMeansThatNoLookCouldTell(error.outcome());
      law.unknownMeansThatTheTimeWasUsed(error.outcome());
      law.conflictsAreThoseOfTheService(error.code());
    }
    law.alreadyIsNeverAboutOnesOwnAttempt();
    return law.broken;
  }

  private void whatIsAcknowledgedIsStored() {
    Stored after = write.after();
    if (write.wantsPresent() && after == null) {
      broken.add("acknowledged, and not stored");
    }
    if (!write.wantsPresent() && after != null) {
      broken.add("acknowledged, and still stored");
    }
    if (after != null && write.returned() != null && !after.id().equals(write.returned())) {
      broken.add("another membership was returned than the one that is stored");
    }
  }

  private void createdAndRemovedAreThisCallsOwn() {
    if (write.said() == ItemStatus.CREATED && !write.made()) {
      broken.add("CREATED, and none of its requests made it");
    }
    if (write.said() == ItemStatus.REMOVED && !write.removed()) {
      broken.add("REMOVED, and none of its requests removed it");
    }
    if (write.said() == null && write.before() == null && write.wantsPresent() && !write.made()) {
      broken.add("created, and none of its requests made it");
    }
  }

  private void unknownMakersComeFromLostResponses() {
    boolean unknown =
        write.said() == ItemStatus.PRESENT_MAKER_UNKNOWN
            || write.said() == ItemStatus.ABSENT_REMOVER_UNKNOWN;
    boolean createdWhatWasThere =
        write.said() == null && write.wantsPresent() && write.before() != null;
    if ((unknown || createdWhatWasThere) && !mayHaveLostAResponse()) {
      broken.add("present or absent with maker unknown, and no response was lost");
    }
  }

  private void alreadyIsNeverAboutOnesOwnAttempt() {
    boolean saysPresent =
        write.said() == ItemStatus.ALREADY_PRESENT || code() == ErrorCode.ALREADY_MEMBER;
    if (saysPresent && (write.before() == null || write.made())) {
      broken.add("already a member by its own attempt");
    }
    boolean saysAbsent = write.said() == ItemStatus.ALREADY_ABSENT || code() == ErrorCode.NOT_FOUND;
    if (saysAbsent && write.wantsPresent()) {
      broken.add("not found, and everything exists");
    }
    if (saysAbsent && !write.wantsPresent() && (write.before() != null || write.removed())) {
      broken.add("already absent, and it was there");
    }
  }

  private void notSentMeansThatNothingArrived(Outcome outcome) {
    if (outcome == Outcome.NOT_SENT && !write.exchanges().isEmpty()) {
      broken.add("NOT_SENT, and a whole request arrived");
    }
  }

  private void notAppliedMeansThatNothingChanged(Outcome outcome) {
    if (outcome == Outcome.UNKNOWN) {
      return;
    }
    if (!write.own().isEmpty()) {
      broken.add(outcome + ", and its request changed the store");
    }
    if (write.exchanges().stream().anyMatch(WriteLaw::isSurelyOpen)) {
      broken.add(outcome + ", and a write arrived whose response was lost");
    }
  }

  private void unknownMeansThatAResponseWasLost(Outcome outcome) {
    if (outcome == Outcome.UNKNOWN && !mayHaveLostAResponse()) {
      broken.add("UNKNOWN, and every write had its response");
    }
  }

  /** A look that found the membership, or found it gone, has shown what is there. */
  private void unknownMeansThatNoLookCouldTell(Outcome outcome) {
    boolean shown = write.attempts().stream().anyMatch(this::shows);
    if (outcome == Outcome.UNKNOWN && shown) {
      broken.add("UNKNOWN, and a look had shown it");
    }
  }

  /** It looked until the deadline or the settling time, or as often as it may. */
  private void unknownMeansThatTheTimeWasUsed(Outcome outcome) {
    WriteReport.Timing timing = write.timing();
    if (outcome != Outcome.UNKNOWN || timing == null || timing.cutShort() || timing.isHeld()) {
      return;
    }
    List<AttemptRecord> lost = write.attempts().stream().filter(WriteLaw::isLost).toList();
    if (lost.isEmpty()) {
      return;
    }
    AttemptRecord last = lost.get(lost.size() - 1);
    long looks =
        write.attempts().stream().filter(a -> a.key().attempt() > last.key().attempt()).count();
    long left = timing.looksEndAt(last.endedAt()) - timing.endNanos();
    if (looks < MOST_LOOKS && left > TOO_SHORT_NANOS) {
      broken.add(
          "UNKNOWN too early: after %d looks, %d ms before their time is over"
              .formatted(looks, left / 1_000_000));
    }
  }

  private boolean shows(AttemptRecord look) {
    boolean afterAWrite =
        write.attempts().stream()
            .anyMatch(a -> isLost(a) && a.key().attempt() < look.key().attempt());
    if (!afterAWrite || look.operation().isWrite()) {
      return false;
    }
    return write.wantsPresent()
        ? look.operation() == Operation.FIND_MEMBERSHIP && look.succeeded()
        : look.operation() == Operation.GET_MEMBERSHIP && look.error() == ErrorCode.NOT_FOUND;
  }

  private void conflictsAreThoseOfTheService(ErrorCode code) {
    if (code == ErrorCode.CONCURRENT_MODIFICATION && !met(Fault.BUSY)) {
      broken.add("CONCURRENT_MODIFICATION, and no other caller was there");
    }
    if (code == ErrorCode.CONFLICT && write.exchanges().stream().noneMatch(Exchange::isConflict)) {
      broken.add("CONFLICT, and the service named none");
    }
  }

  private boolean met(Fault fault) {
    return write.exchanges().stream().anyMatch(exchange -> exchange.fault() == fault);
  }

  private @Nullable ErrorCode code() {
    RosterException error = write.error();
    return error == null ? null : error.code();
  }

  /** A bulk item that sent nothing has no attempts here; then it cannot be said. */
  private boolean mayHaveLostAResponse() {
    return write.attempts().stream().anyMatch(WriteLaw::isLost)
        || write.exchanges().stream().anyMatch(WriteLaw::isOpen);
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
