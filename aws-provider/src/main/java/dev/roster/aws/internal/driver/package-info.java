/**
 * Turns the operations into calls of the SDK, and responses into their results. May depend on every
 * other room.
 */
@NullMarked
package dev.roster.aws.internal.driver;

import org.jspecify.annotations.NullMarked;
