/**
 * What a removal is measured by: limits in number and as a share, and groups and members that are
 * protected. A leaf: it depends on no other internal room.
 */
@NullMarked
package dev.roster.internal.guard;

import org.jspecify.annotations.NullMarked;
