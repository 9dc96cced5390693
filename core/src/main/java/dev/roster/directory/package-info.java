/**
 * The people and groups of an identity store: what is known of them, how they are looked up and how
 * they are changed. The calls are those of {@link dev.roster.Directory}.
 */
@NullMarked
package dev.roster.directory;

import org.jspecify.annotations.NullMarked;
