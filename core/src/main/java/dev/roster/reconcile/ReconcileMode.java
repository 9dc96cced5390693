package dev.roster.reconcile;

/** What happens to members of a group who are not desired. */
public enum ReconcileMode {
  /** They stay: the group must at least have the desired members. */
  ADDITIVE,
  /** They are removed: the group must have the desired members and no others. */
  EXCLUSIVE
}
