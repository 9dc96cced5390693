/**
 * The events of calls on their way to every listener and the log, and the context of threads with
 * them. A leaf: it depends on no other internal room.
 */
@NullMarked
package dev.roster.internal.events;

import org.jspecify.annotations.NullMarked;
