/**
 * What a test watches: calls on other threads, log lines, threads, and the requests that it
 * expects.
 */
@NullMarked
package dev.roster.conformance.internal.watch;

import org.jspecify.annotations.NullMarked;
