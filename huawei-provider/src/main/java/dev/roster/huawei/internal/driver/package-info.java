/**
 * Turns the operations into exchanges, and responses into their results. May depend on every other
 * room.
 */
@NullMarked
package dev.roster.huawei.internal.driver;

import org.jspecify.annotations.NullMarked;
