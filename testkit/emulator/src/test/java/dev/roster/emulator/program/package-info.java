@NullMarked
package dev.roster.emulator.program;

import org.jspecify.annotations.NullMarked;
