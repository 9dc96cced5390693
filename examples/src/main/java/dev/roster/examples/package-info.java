/**
 * Programs that a reader can run offline, and against a real cloud when asked to in so many words.
 */
@NullMarked
package dev.roster.examples;

import org.jspecify.annotations.NullMarked;
