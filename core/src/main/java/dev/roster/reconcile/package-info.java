/**
 * Groups whose members must be those of a list: {@link dev.roster.reconcile.Reconciler} reads what
 * is there, shows the differences as a {@link dev.roster.reconcile.ReconcilePlan}, and carries it
 * out.
 */
@org.jspecify.annotations.NullMarked
package dev.roster.reconcile;
