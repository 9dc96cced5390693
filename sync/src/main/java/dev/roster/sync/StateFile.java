package dev.roster.sync;

import dev.roster.RosterClient;
import dev.roster.reconcile.PlannedChange;
import dev.roster.reconcile.Refusal;
import dev.roster.reconcile.RemovalRule;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The state of earlier runs as it is in a file: there, missing or broken. Read once, and not again
 * after a change was made: an interrupt would let that fail.
 */
final class StateFile {

  private final Path file;
  private @Nullable SyncState state;
  private final @Nullable Refusal refusal;

  private StateFile(Path file, @Nullable SyncState state, @Nullable Refusal refusal) {
    this.file = file;
    this.state = state;
    this.refusal = refusal;
  }

  static StateFile read(Path file, RosterClient client) {
    try {
      SyncState state = SyncState.parse(Files.readString(file));
      return isOf(client, state)
          ? new StateFile(file, state, null)
          : broken(file, "it is of %s://%s".formatted(state.provider(), state.store()));
    } catch (NoSuchFileException missing) {
      return new StateFile(
          file, null, Refusal.of(RemovalRule.STATE_MISSING, "there is no state file " + file));
    } catch (IllegalArgumentException | CharacterCodingException altered) {
      return broken(file, String.valueOf(altered.getMessage()));
    } catch (IOException failure) {
      throw new UncheckedIOException("state file %s cannot be read".formatted(file), failure);
    }
  }

  private static boolean isOf(RosterClient client, SyncState state) {
    return state.provider().equals(client.provider())
        && state.store().equals(client.identityStoreId());
  }

  private static StateFile broken(Path file, String why) {
    return new StateFile(
        file,
        null,
        Refusal.of(
            RemovalRule.STATE_BROKEN,
            ("state file %s cannot be used: %s (put back a copy of it, or move it away: then all"
                    + " waiting times begin anew)")
                .formatted(file, why)));
  }

  /** The state, or null where there is none that can be used. */
  @Nullable SyncState state() {
    return state;
  }

  /** Why no state can be used, or null where one can. */
  @Nullable Refusal refusal() {
    return refusal;
  }

  void replace(SyncState next) {
    DurableFile.replace(file, next.toText());
    state = next;
  }

  /** Keeps of the removals that are due only some. The size of the source stays as it was. */
  void keepDue(Predicate<PlannedChange> isKept) {
    SyncState before = state;
    if (before != null && !before.due().keySet().stream().allMatch(isKept)) {
      replace(before.keepingDue(isKept));
    }
  }
}
