/** The in-memory driver and its {@code memory://} scheme. Depends on the public package alone. */
@NullMarked
package dev.roster.memory.internal.driver;

import org.jspecify.annotations.NullMarked;
