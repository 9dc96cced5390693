/**
 * The stores behind an emulator, by the identifiers of the wire, and as JSON. Depends on {@code
 * wire}.
 */
@NullMarked
package dev.roster.emulator.internal.state;

import org.jspecify.annotations.NullMarked;
