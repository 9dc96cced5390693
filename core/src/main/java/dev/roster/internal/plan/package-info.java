/**
 * A plan as text: how it is written and read, and what shows that a text or a group is not as it
 * was. It uses {@code internal.text} only; {@link dev.roster.reconcile} uses it.
 */
@NullMarked
package dev.roster.internal.plan;

import org.jspecify.annotations.NullMarked;
