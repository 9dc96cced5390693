package dev.roster.reconcile;

/** What happens to members of a group who are not desired. */
public enum ReconcileMode {
  /** They stay: the group shall at least have the desired members. */
  ADDITIVE,
  /** They are removed: the group shall have the desired members and nobody else. */
  EXCLUSIVE
}
