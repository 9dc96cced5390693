/**
 * Describes what the SDK throws. May depend on {@code attempt}, {@code credentials}, {@code http}
 * and {@code proof}.
 */
@NullMarked
package dev.roster.aws.internal.errors;

import org.jspecify.annotations.NullMarked;
