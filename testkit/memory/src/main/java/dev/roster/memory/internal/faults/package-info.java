/** What a fault script is made of. Depends on no other room. */
@NullMarked
package dev.roster.memory.internal.faults;

import org.jspecify.annotations.NullMarked;
