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
import java.util.ArrayList;
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
  private final List<String> broken = new ArrayList<>();

  private EntryLaw(EntryReport write) {
    this.write = write;
    this.outcomes = new OutcomeLaw(write.attempts(), write.exchanges());
  }

  /** The sentences that a write broke; empty where it kept the law. */
  public static List<String> brokenBy(EntryReport write) {
    EntryLaw law = new EntryLaw(write);
    RosterException error = write.error();
    if (error == null) {
      law.whatIsAcknowledgedIsStored();
      law.whatWasNotSettledIsThisCallsOwn();
      law.settlingComesFromLostResponses();
    } else {
      law.broken.addAll(
          law.outcomes.brokenBy(
              error,
              !write.own().isEmpty(),
              law.foundWhatWasThere() ? null : write.timing(),
              law::shows));
      law.alreadyExistsIsNeverAboutOnesOwnAttempt(error.code());
      law.notFoundIsNeverAboutWhatWasThere(error.code());
      law.unknownHasTheCodeOfWhatWasLost(error);
    }
    return law.broken;
  }

  private void whatIsAcknowledgedIsStored() {
    boolean stored =
        switch (write.action()) {
          case CREATE_ENTRY -> isReturnedOneStored();
          case UPDATE_ENTRY ->
              write.after() != null && Objects.equals(write.after().value(), write.wanted());
          default -> write.after() == null;
        };
    if (!stored) {
      broken.add("acknowledged, and not stored");
    }
  }

  private boolean isReturnedOneStored() {
    CreatedEntry<?> created = write.created();
    return created != null
        && write.after() != null
        && String.valueOf(created.id()).equals(write.after().id());
  }

  private void whatWasNotSettledIsThisCallsOwn() {
    CreatedEntry<?> created = write.created();
    if (created == null || created.wasSettled()) {
      return;
    }
    boolean made =
        write.own().stream()
            .map(Change::after)
            .anyMatch(after -> after != null && after.id().equals(String.valueOf(created.id())));
    if (!made) {
      broken.add("created, and none of its requests created it");
    }
  }

  /** The same for a delete of what was not there, which has to be an error otherwise. */
  private void settlingComesFromLostResponses() {
    CreatedEntry<?> created = write.created();
    boolean settled = created != null && created.wasSettled();
    boolean deletedNothing = write.action() == Action.DELETE_ENTRY && write.before() == null;
    if ((settled || deletedNothing) && !outcomes.mayHaveLostAResponse()) {
      broken.add("settled, and no response was lost");
    }
    if (settled && Objects.requireNonNull(created).oneTimePassword().isPresent()) {
      broken.add("settled, and with a one-time password that cannot be known");
    }
  }

  private void alreadyExistsIsNeverAboutOnesOwnAttempt(ErrorCode code) {
    boolean said = code == ErrorCode.ALREADY_EXISTS;
    if (said && write.action() != Action.CREATE_ENTRY) {
      broken.add("ALREADY_EXISTS, and nothing was named");
    }
    if (said && (write.before() == null || !write.own().isEmpty())) {
      broken.add("ALREADY_EXISTS by its own attempt");
    }
    if (code == ErrorCode.ALREADY_MEMBER) {
      broken.add("ALREADY_MEMBER of a user or group");
    }
  }

  private void notFoundIsNeverAboutWhatWasThere(ErrorCode code) {
    if (code == ErrorCode.NOT_FOUND && write.action() == Action.CREATE_ENTRY) {
      broken.add("not found, and everything exists");
    }
    if (code == ErrorCode.NOT_FOUND && (write.before() != null || !write.own().isEmpty())) {
      broken.add("not found, and it was there");
    }
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
