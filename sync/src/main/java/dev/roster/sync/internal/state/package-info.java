/**
 * What a run remembers of the last one: removals that are due, and how many members the source had.
 * It uses {@code internal.file} only.
 */
@NullMarked
package dev.roster.sync.internal.state;

import org.jspecify.annotations.NullMarked;
