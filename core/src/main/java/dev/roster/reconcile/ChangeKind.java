package dev.roster.reconcile;

/** What a change does. New kinds may be added, so a {@code switch} needs a default. */
public enum ChangeKind {
  /** A member is added. */
  ADD,
  /** A membership is removed. */
  REMOVE
}
