/**
 * The layers of one call, put together: one deadline, the settling of unknown outcomes, and the one
 * place where exceptions are made. It may use every other internal room; only {@link dev.roster}
 * and the rooms of operations, such as {@code internal.batch}, use it.
 */
@NullMarked
package dev.roster.internal.call;

import org.jspecify.annotations.NullMarked;
