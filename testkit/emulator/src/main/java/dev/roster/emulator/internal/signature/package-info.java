/**
 * Verifies both clouds' signatures, with no code of a provider or an SDK. Depends on {@code wire}.
 */
@NullMarked
package dev.roster.emulator.internal.signature;

import org.jspecify.annotations.NullMarked;
