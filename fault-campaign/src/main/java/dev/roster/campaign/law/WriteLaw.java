package dev.roster.campaign.law;

import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.RosterException;
import dev.roster.bulk.ItemStatus;
import dev.roster.campaign.record.AttemptRecord;
import dev.roster.campaign.record.Stored;
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
  private final Sentences broken = new Sentences();

  private WriteLaw(WriteReport write) {
    this.write = write;
    this.outcomes = new OutcomeLaw(write.attempts(), write.exchanges());
  }

  /** The sentences that a write broke; empty where it kept the law. */
  public static List<String> brokenBy(WriteReport write) {
    WriteLaw law = new WriteLaw(write);
    law.judge(write.error());
    return law.broken.all();
  }

  private void judge(@Nullable RosterException error) {
    if (error == null) {
      judgeSuccess();
    } else {
      judgeFailure(error);
    }
    alreadyPresentIsNeverAboutOnesOwnAttempt();
    alreadyAbsentIsNeverAboutOnesOwnAttempt();
  }

  private void judgeSuccess() {
    whatIsAcknowledgedIsStored();
    createdAndRemovedAreThisCallsOwn();
    unknownMakersComeFromLostResponses();
  }

  private void judgeFailure(RosterException error) {
    boolean changed = !write.own().isEmpty();
    broken.addAll(outcomes.brokenBy(error, changed, write.timing(), this::shows));
  }

  private void whatIsAcknowledgedIsStored() {
    Stored after = write.after();
    broken.when(write.wantsPresent() && after == null, "acknowledged, and not stored");
    broken.when(!write.wantsPresent() && after != null, "acknowledged, and still stored");
    broken.when(
        after != null && write.returned() != null && !after.id().equals(write.returned()),
        "another membership was returned than the one that is stored");
  }

  private void createdAndRemovedAreThisCallsOwn() {
    broken.when(
        write.said() == ItemStatus.CREATED && !write.made(),
        "CREATED, and none of its requests made it");
    broken.when(
        write.said() == ItemStatus.REMOVED && !write.removed(),
        "REMOVED, and none of its requests removed it");
    broken.when(
        write.said() == null && write.before() == null && write.wantsPresent() && !write.made(),
        "created, and none of its requests made it");
  }

  private void unknownMakersComeFromLostResponses() {
    boolean unknown =
        write.said() == ItemStatus.PRESENT_MAKER_UNKNOWN
            || write.said() == ItemStatus.ABSENT_REMOVER_UNKNOWN;
    boolean createdWhatWasThere =
        write.said() == null && write.wantsPresent() && write.before() != null;
    broken.when(
        (unknown || createdWhatWasThere) && !outcomes.mayHaveLostAResponse(),
        "present or absent with maker unknown, and no response was lost");
  }

  private void alreadyPresentIsNeverAboutOnesOwnAttempt() {
    boolean saysPresent =
        write.said() == ItemStatus.ALREADY_PRESENT || code() == ErrorCode.ALREADY_MEMBER;
    broken.when(
        saysPresent && (write.before() == null || write.made()),
        "already a member by its own attempt");
  }

  private void alreadyAbsentIsNeverAboutOnesOwnAttempt() {
    boolean saysAbsent = write.said() == ItemStatus.ALREADY_ABSENT || code() == ErrorCode.NOT_FOUND;
    broken.when(saysAbsent && write.wantsPresent(), "not found, and everything exists");
    broken.when(
        saysAbsent && !write.wantsPresent() && (write.before() != null || write.removed()),
        "already absent, and it was there");
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
