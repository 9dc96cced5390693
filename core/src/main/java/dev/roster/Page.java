package dev.roster;

import dev.roster.internal.paging.PageTokens;
import dev.roster.internal.paging.Position;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing, and where to go on.
 *
 * @param <T> the kind of item
 */
public final class Page<T> {

  private final List<T> items;
  private final String listing;
  private final @Nullable Position next;

  Page(List<T> items, String listing, @Nullable Position next) {
    this.items = items;
    this.listing = listing;
    this.next = next;
  }

  /**
   * The items, in the order of the service.
   *
   * @return an unmodifiable list; may be empty even where {@link #next()} is not
   */
  public List<T> items() {
    return items;
  }

  /**
   * Where the listing goes on after this page.
   *
   * @return empty where this page is the last
   */
  public Optional<PageToken> next() {
    return Optional.ofNullable(next)
        .map(position -> new PageToken(PageTokens.encode(listing, position)));
  }
}
