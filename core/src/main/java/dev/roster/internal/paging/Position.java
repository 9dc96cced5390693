package dev.roster.internal.paging;

import org.jspecify.annotations.Nullable;

/**
 * A place in a listing.
 *
 * @param token the service's token of the page, or null for the first page
 * @param skip how many items after the page's beginning
 */
public record Position(@Nullable String token, long skip) {

  /** The beginning of every listing. */
  public static final Position START = new Position(null, 0);
}
