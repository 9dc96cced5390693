@NullMarked
package dev.roster.emulator.internal.exchange;

import org.jspecify.annotations.NullMarked;
