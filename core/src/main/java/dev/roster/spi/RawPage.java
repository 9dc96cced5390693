package dev.roster.spi;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One page as a service sent it.
 *
 * @param <T> the kind of item
 */
public final class RawPage<T> {

  private final List<T> items;
  private final @Nullable String nextToken;

  private RawPage(List<T> items, @Nullable String nextToken) {
    this.items = List.copyOf(items);
    this.nextToken = nextToken == null || nextToken.isEmpty() ? null : nextToken;
  }

  /**
   * A page.
   *
   * @param items the items, in the order of the service; may be empty
   * @param nextToken the service's own token for the next page; null or empty where this is the
   *     last
   * @param <T> the kind of item
   * @return a new page
   */
  public static <T> RawPage<T> of(List<T> items, @Nullable String nextToken) {
    return new RawPage<>(items, nextToken);
  }

  /**
   * The items.
   *
   * @return an unmodifiable list, possibly empty even where a next page follows
   */
  public List<T> items() {
    return items;
  }

  /**
   * The service's own token for the next page.
   *
   * @return empty on the last page
   */
  public Optional<String> nextToken() {
    return Optional.ofNullable(nextToken);
  }
}
