/**
 * The emulator as a program, for people and for tests in other languages. It is started from the
 * runnable jar {@code roster-emulator.jar}, which holds what it needs; nothing here is for
 * applications to call.
 */
@NullMarked
package dev.roster.emulator.internal.program;

import org.jspecify.annotations.NullMarked;
