@NullMarked
package dev.roster.memory.internal.state;

import org.jspecify.annotations.NullMarked;
