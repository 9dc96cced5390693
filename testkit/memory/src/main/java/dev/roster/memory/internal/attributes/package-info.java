/**
 * What attributes mean to a store: their values, which of them are unique, and how they are
 * selected. Depends on no other room.
 */
@NullMarked
package dev.roster.memory.internal.attributes;

import org.jspecify.annotations.NullMarked;
