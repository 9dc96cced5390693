/**
 * What happens after a failed attempt: a pure decision, and the budget for retries. A leaf: it
 * depends on no other internal room.
 */
@NullMarked
package dev.roster.internal.retry;

import org.jspecify.annotations.NullMarked;
