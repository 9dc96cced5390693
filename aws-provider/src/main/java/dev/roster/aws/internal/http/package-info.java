/**
 * Sends each request once over any HTTP client of the SDK, so that it can be aborted. May depend on
 * {@code attempt} and {@code proof}.
 */
@NullMarked
package dev.roster.aws.internal.http;

import org.jspecify.annotations.NullMarked;
