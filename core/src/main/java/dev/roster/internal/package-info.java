/**
 * Nobody's business: the call pipeline, the retry engine, the pager and pacing. Nothing here is
 * exported; it may change in any release.
 */
@NullMarked
package dev.roster.internal;

import org.jspecify.annotations.NullMarked;
