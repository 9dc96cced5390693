@NullMarked
package dev.roster.memory.internal.paging;

import org.jspecify.annotations.NullMarked;
