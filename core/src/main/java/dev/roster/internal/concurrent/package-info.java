/**
 * Threads for work that callers do not want to do themselves, and the joining of it. A leaf: it
 * depends on no other internal room.
 */
@NullMarked
package dev.roster.internal.concurrent;

import org.jspecify.annotations.NullMarked;
