package dev.roster;

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
  private final @Nullable PageToken next;

  Page(List<T> items, @Nullable PageToken next) {
    this.items = items;
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
    return Optional.ofNullable(next);
  }
}
