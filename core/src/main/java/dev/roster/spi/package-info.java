/**
 * What a provider implements: a {@link dev.roster.spi.MembershipDriver} that turns one method call
 * into exactly one wire request, and a {@link dev.roster.spi.DriverFactory} that makes drivers from
 * configuration strings.
 *
 * <p>A driver never retries, waits, pages or wraps failures; the call pipeline does all four, once,
 * for every provider. The conformance kit checks what these pages promise.
 */
@NullMarked
package dev.roster.spi;

import org.jspecify.annotations.NullMarked;
