/**
 * The walk through a listing, page by page: positions, tokens, guards and read-ahead. A leaf: it
 * depends on no other internal room.
 */
@NullMarked
package dev.roster.internal.paging;

import org.jspecify.annotations.NullMarked;
