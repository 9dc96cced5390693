/**
 * Turns at the rate limiter, and the law that learns the permitted rate. A leaf: it depends on no
 * other internal room.
 */
@NullMarked
package dev.roster.internal.pacing;

import org.jspecify.annotations.NullMarked;
