/**
 * What became of a failure: described and cleaned where a driver throws it, carried through the
 * layers of the call, and made an exception in one place. It uses {@code internal.attempt} and
 * {@code internal.text} only.
 */
@NullMarked
package dev.roster.internal.errors;

import org.jspecify.annotations.NullMarked;
