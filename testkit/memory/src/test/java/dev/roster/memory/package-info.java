@NullMarked
package dev.roster.memory;

import org.jspecify.annotations.NullMarked;
