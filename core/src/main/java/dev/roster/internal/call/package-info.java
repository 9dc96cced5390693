/**
 * The way of one call: its layers, put together; its one deadline; the settling of an unknown
 * outcome. Only {@link dev.roster} and the rooms of operations use it, {@code internal.listing},
 * {@code .operation}, {@code .directory}, {@code .batch} and {@code .check}; it uses none of them.
 */
@NullMarked
package dev.roster.internal.call;

import org.jspecify.annotations.NullMarked;
