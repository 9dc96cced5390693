/**
 * The names that a source of members has: what they came to in the store, and on which lines those
 * stand that are not certain. A leaf: it depends on no other internal room.
 */
@NullMarked
package dev.roster.internal.source;

import org.jspecify.annotations.NullMarked;
