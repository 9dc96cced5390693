/**
 * The work behind {@link dev.roster.reconcile}: groups are read and compared, users of two stores
 * are matched, and a plan is carried out. It uses {@code internal.plan} only.
 */
@NullMarked
package dev.roster.internal.reconcile;

import org.jspecify.annotations.NullMarked;
