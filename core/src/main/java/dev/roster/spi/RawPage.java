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

  private final int skipped;

  private RawPage(List<T> items, @Nullable String nextToken, int skipped) {
    this.items = List.copyOf(items);
    this.nextToken = nextToken == null || nextToken.isEmpty() ? null : nextToken;
    this.skipped = skipped;
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
    return new RawPage<>(items, nextToken, 0);
  }

  /**
   * The same page, of which the driver has left out members of a kind that this version does not
   * know, such as nested groups. A driver MUST NOT leave them out without saying so, and MUST NOT
   * leave out anything else.
   *
   * @param members how many; zero or more
   * @return a new page
   * @throws IllegalArgumentException if the number is negative
   */
  public RawPage<T> withSkipped(int members) {
    if (members < 0) {
      throw new IllegalArgumentException("skipped must not be negative, but is " + members);
    }
    return new RawPage<>(items, nextToken, members);
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
   * The members that are left out.
   *
   * @return zero or more
   */
  public int skipped() {
    return skipped;
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
