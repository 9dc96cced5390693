/**
 * Listings of which each page is a call through {@link dev.roster.internal.call}, and listings of
 * items that are there already.
 */
@NullMarked
package dev.roster.internal.listing;

import org.jspecify.annotations.NullMarked;
