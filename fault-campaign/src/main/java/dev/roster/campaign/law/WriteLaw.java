package dev.roster.campaign.law;

import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.RosterException;
import dev.roster.bulk.ItemStatus;
import dev.roster.campaign.record.AttemptRecord;
import dev.roster.campaign.record.Stored;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What has to hold of every write, whatever the network did to it. Each method is one sentence of
 * the law; what it finds broken, it says.
 *
 * <p>{@link CallLaw} is the law of every call, reads included, and {@link ReadLaw} that of what
 * reads return.
 */
public final class WriteLaw {

  private final WriteReport write;
  private final OutcomeLaw outcomes;
  private final List<String> broken = new ArrayList<>();

  private WriteLaw(WriteReport write) {
    this.write = write;
    this.outcomes = new OutcomeLaw(write.attempts(), write.exchanges());
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
      law.broken.addAll(
          law.outcomes.brokenBy(error, !write.own().isEmpty(), write.timing(), law::shows));
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
    if ((unknown || createdWhatWasThere) && !outcomes.mayHaveLostAResponse()) {
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

  private boolean shows(AttemptRecord look) {
    return write.wantsPresent()
        ? look.operation() == Operation.FIND_MEMBERSHIP && look.succeeded()
        : look.operation() == Operation.GET_MEMBERSHIP && look.error() == ErrorCode.NOT_FOUND;
  }

  private @Nullable ErrorCode code() {
    RosterException error = write.error();
    return error == null ? null : error.code();
  }
}
