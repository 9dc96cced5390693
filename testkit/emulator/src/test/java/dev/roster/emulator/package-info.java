@NullMarked
package dev.roster.emulator;

import org.jspecify.annotations.NullMarked;
