package dev.roster.campaign.law;

import dev.roster.ErrorCode;
import dev.roster.Operation;
import dev.roster.Outcome;
import dev.roster.RosterException;
import dev.roster.campaign.record.Action;
import dev.roster.campaign.record.AttemptRecord;
import dev.roster.campaign.record.Change;
import dev.roster.campaign.record.StoredEntry;
import dev.roster.directory.CreatedEntry;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What has to hold of every create, update and delete of a user or group. Each method is one
 * sentence of the law; what it finds broken, it says.
 */
public final class EntryLaw {

  private static final Set<ErrorCode> ABOUT_WHAT_IS_THERE =
      EnumSet.of(
          ErrorCode.NOT_FOUND,
          ErrorCode.ALREADY_EXISTS,
          ErrorCode.ALREADY_MEMBER,
          ErrorCode.CONFLICT);

  private final EntryReport write;
  private final OutcomeLaw outcomes;
  private final Sentences broken = new Sentences();

  private EntryLaw(EntryReport write) {
    this.write = write;
    this.outcomes = new OutcomeLaw(write.attempts(), write.exchanges());
  }

  /** The sentences that a write broke; empty where it kept the law. */
  public static List<String> brokenBy(EntryReport write) {
    EntryLaw law = new EntryLaw(write);
    RosterException error = write.error();
    if (error == null) {
      law.judgeSuccess();
    } else {
      law.judge(error);
    }
    return law.broken.all();
  }

  private void judgeSuccess() {
    whatIsAcknowledgedIsStored();
    whatWasNotSettledIsThisCallsOwn();
    settlingComesFromLostResponses();
    whatWasSettledHasNoPassword();
  }

  private void judge(RosterException error) {
    WriteReport.Timing timing = foundWhatWasThere() ? null : write.timing();
    broken.addAll(outcomes.brokenBy(error, !write.own().isEmpty(), timing, this::shows));
    alreadyExistsIsNeverAboutOnesOwnAttempt(error.code());
    notFoundIsNeverAboutWhatWasThere(error.code());
    unknownHasTheCodeOfWhatWasLost(error);
  }

  private void whatIsAcknowledgedIsStored() {
    broken.when(!isStored(), "acknowledged, and not stored");
  }

  private boolean isStored() {
    return switch (write.action()) {
      case CREATE_ENTRY -> isReturnedOneStored();
      case UPDATE_ENTRY ->
          write.after() != null && Objects.equals(write.after().value(), write.wanted());
      default -> write.after() == null;
    };
  }

  private boolean isReturnedOneStored() {
    CreatedEntry<?> created = write.created();
    return created != null
        && write.after() != null
        && String.valueOf(created.id()).equals(write.after().id());
  }

  private void whatWasNotSettledIsThisCallsOwn() {
    CreatedEntry<?> created = write.created();
    broken.when(
        created != null && !created.wasSettled() && !made(String.valueOf(created.id())),
        "created, and none of its requests created it");
  }

  private boolean made(String id) {
    return write.own().stream()
        .map(Change::after)
        .anyMatch(after -> after != null && after.id().equals(id));
  }

  /** The same for a delete of what was not there, which has to be an error otherwise. */
  private void settlingComesFromLostResponses() {
    CreatedEntry<?> created = write.created();
    boolean settled = created != null && created.wasSettled();
    boolean deletedNothing = write.action() == Action.DELETE_ENTRY && write.before() == null;
    broken.when(
        (settled || deletedNothing) && !outcomes.mayHaveLostAResponse(),
        "settled, and no response was lost");
  }

  private void whatWasSettledHasNoPassword() {
    CreatedEntry<?> created = write.created();
    broken.when(
        created != null && created.wasSettled() && created.oneTimePassword().isPresent(),
        "settled, and with a one-time password that cannot be known");
  }

  private void alreadyExistsIsNeverAboutOnesOwnAttempt(ErrorCode code) {
    boolean said = code == ErrorCode.ALREADY_EXISTS;
    broken.when(
        said && write.action() != Action.CREATE_ENTRY, "ALREADY_EXISTS, and nothing was named");
    broken.when(
        said && (write.before() == null || !write.own().isEmpty()),
        "ALREADY_EXISTS by its own attempt");
    broken.when(code == ErrorCode.ALREADY_MEMBER, "ALREADY_MEMBER of a user or group");
  }

  private void notFoundIsNeverAboutWhatWasThere(ErrorCode code) {
    broken.when(
        code == ErrorCode.NOT_FOUND && write.action() == Action.CREATE_ENTRY,
        "not found, and everything exists");
    broken.when(
        code == ErrorCode.NOT_FOUND && (write.before() != null || !write.own().isEmpty()),
        "not found, and it was there");
  }

  private void unknownHasTheCodeOfWhatWasLost(RosterException error) {
    if (error.outcome() == Outcome.UNKNOWN && ABOUT_WHAT_IS_THERE.contains(error.code())) {
      broken.add("UNKNOWN, and " + error.code() + " hides what was lost");
    }
  }

  /** Its fields differ from those that the create gives, so that no look shows whose it is. */
  private boolean isCreateOfWhatWasThere() {
    return write.action() == Action.CREATE_ENTRY && write.before() != null;
  }

  /** More looks could not tell more. */
  private boolean foundWhatWasThere() {
    return isCreateOfWhatWasThere()
        && write.attempts().stream()
            .filter(AttemptRecord::succeeded)
            .map(AttemptRecord::operation)
            .anyMatch(EnumSet.of(Operation.FIND_USER, Operation.FIND_GROUP)::contains);
  }

  private boolean shows(AttemptRecord look) {
    return switch (look.operation()) {
      case FIND_USER, FIND_GROUP ->
          write.action() == Action.CREATE_ENTRY && !isCreateOfWhatWasThere() && look.succeeded();
      case GET_USER, GET_GROUP ->
          write.action() == Action.DELETE_ENTRY
              ? look.error() == ErrorCode.NOT_FOUND
              : look.succeeded() && isUpdatedBefore(look);
      default -> false;
    };
  }

  /** A look that began when the update was applied; where reads lag, that cannot be said. */
  private boolean isUpdatedBefore(AttemptRecord look) {
    AttemptRecord previous = null;
    for (AttemptRecord attempt : write.attempts()) {
      if (attempt.key().attempt() == look.key().attempt() - 1) {
        previous = attempt;
      }
    }
    return !write.lagging() && previous != null && wasAppliedAt(previous.endedAt());
  }

  private boolean wasAppliedAt(long nanos) {
    return write.own().stream().anyMatch(change -> change.toNanos() < nanos && isWanted(change));
  }

  private boolean isWanted(Change<StoredEntry> change) {
    @Nullable StoredEntry after = change.after();
    return after != null && Objects.equals(after.value(), write.wanted());
  }
}
