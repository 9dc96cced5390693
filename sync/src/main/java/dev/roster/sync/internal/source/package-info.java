/**
 * Rows of a source file, and which group each means. A leaf: it depends on no other internal room.
 */
@NullMarked
package dev.roster.sync.internal.source;

import org.jspecify.annotations.NullMarked;
