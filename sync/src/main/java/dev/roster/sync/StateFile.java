package dev.roster.sync;

import dev.roster.RosterClient;
import dev.roster.reconcile.Refusal;
import dev.roster.reconcile.RemovalRule;
import dev.roster.sync.internal.file.DurableFile;
import dev.roster.sync.internal.state.DueRemoval;
import dev.roster.sync.internal.state.SyncState;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
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

  /**
   * Without the removals that the audit has as made since they are due: a run that was killed
   * between the two could not take them out.
   */
  static StateFile read(SyncSettings settings) {
    Path file = settings.stateFile();
    UnaryOperator<String> canonicalId = settings.client::canonicalId;
    try {
      SyncState state = SyncState.parse(Files.readString(file)).spelt(canonicalId);
      return isOf(settings.client, state)
          ? new StateFile(file, withoutRemoved(state, settings.audit, canonicalId), null)
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

  private static SyncState withoutRemoved(
      SyncState state, Path audit, UnaryOperator<String> canonicalId) {
    if (state.due().isEmpty()) {
      return state;
    }
    Map<DueRemoval, Instant> removals = new AuditHistory(audit).removals(canonicalId);
    return state.keepingDue(
        (removal, due) -> !removals.getOrDefault(removal, Instant.MIN).isAfter(due.since()));
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

  /** The same for a source that names these groups. */
  StateFile of(Set<String> named) {
    SyncState own = state;
    return own == null || own.isOfSourceOf(named)
        ? this
        : new StateFile(
            file,
            null,
            Refusal.of(
                RemovalRule.STATE_BROKEN,
                ("state file %s is of another source, which names none of these groups (give each"
                        + " source a directory of its own)")
                    .formatted(file)));
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
  void keepDue(Predicate<DueRemoval> isKept) {
    SyncState before = state;
    if (before != null && !before.due().keySet().stream().allMatch(isKept)) {
      replace(before.keepingDue((removal, since) -> isKept.test(removal)));
    }
  }
}
