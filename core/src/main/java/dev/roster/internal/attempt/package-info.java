/**
 * One attempt that can be aborted from outside, by an interrupt, by its timeout or by a close. A
 * leaf: it depends on no other internal room.
 */
@NullMarked
package dev.roster.internal.attempt;

import org.jspecify.annotations.NullMarked;
