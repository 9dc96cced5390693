@NullMarked
package dev.roster.emulator.internal.signature;

import org.jspecify.annotations.NullMarked;
