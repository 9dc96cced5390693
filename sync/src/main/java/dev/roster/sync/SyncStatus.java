package dev.roster.sync;

/** What a run came to. New values may be added, so a {@code switch} needs a default. */
public enum SyncStatus {
  /** Everything was as desired already, but for what is protected or waits. */
  NOTHING_TO_DO,
  /** Every change of this run was made. */
  DONE,
  /** Removals were refused or not approved; what is to be added was added. */
  REFUSED,
  /**
   * Some changes failed, are unknown or were not begun, or a source that only adds could not be
   * followed as a whole ({@link SyncPlan#findings()}).
   */
  PARTLY_DONE
}
