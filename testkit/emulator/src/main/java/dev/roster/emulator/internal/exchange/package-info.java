/**
 * What both protocols share: how a request is handled, throttled and journalled. Depends on {@code
 * wire}, {@code signature} and {@code state}.
 */
@NullMarked
package dev.roster.emulator.internal.exchange;

import org.jspecify.annotations.NullMarked;
