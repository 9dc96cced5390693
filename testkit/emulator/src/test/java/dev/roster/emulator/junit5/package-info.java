@NullMarked
package dev.roster.emulator.junit5;

import org.jspecify.annotations.NullMarked;
