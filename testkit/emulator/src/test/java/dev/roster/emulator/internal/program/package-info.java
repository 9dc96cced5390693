@NullMarked
package dev.roster.emulator.internal.program;

import org.jspecify.annotations.NullMarked;
