/**
 * What a store holds: tables behind one lock, and a copy for reads that lag. Depends on {@code
 * paging} and {@code attributes}.
 */
@NullMarked
package dev.roster.memory.internal.state;

import org.jspecify.annotations.NullMarked;
