/** The public API as text. */
@NullMarked
package dev.roster.examples.api;

import org.jspecify.annotations.NullMarked;
