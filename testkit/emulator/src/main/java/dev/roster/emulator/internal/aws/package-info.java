/**
 * AWS's protocol, AWS JSON 1.1. Depends on {@code exchange} and the rooms below it, and never on
 * the other cloud's room.
 */
@NullMarked
package dev.roster.emulator.internal.aws;

import org.jspecify.annotations.NullMarked;
