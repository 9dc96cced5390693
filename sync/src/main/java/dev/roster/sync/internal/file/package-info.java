/**
 * Files of a run that survive a crash: how they are written, and how lines of them are sealed and
 * read. A leaf: it depends on no other internal room.
 */
@NullMarked
package dev.roster.sync.internal.file;

import org.jspecify.annotations.NullMarked;
