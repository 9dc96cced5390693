/** Rows in the order in which they were made, and pages of them. Depends on no other room. */
@NullMarked
package dev.roster.memory.internal.paging;

import org.jspecify.annotations.NullMarked;
