package dev.roster;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One page of a listing, and where to go on.
 *
 * @param <T> the kind of item
 */
public final class Page<T> {

  private final List<T> items;
  private final int skipped;
  private final @Nullable Supplier<PageToken> next;

  Page(List<T> items, int skipped, @Nullable Supplier<PageToken> next) {
    this.items = items;
    this.skipped = skipped;
    this.next = next;
  }

  /**
   * The last page of a listing, for tests of code that takes pages.
   *
   * @param items the items; none of them null
   * @param <T> the kind of item
   * @return a page of a copy
   */
  public static <T> Page<T> last(List<T> items) {
    return new Page<>(List.copyOf(items), 0, null);
  }

  /**
   * A page that others follow, for tests of code that takes pages.
   *
   * @param items the items; none of them null
   * @param next where the listing goes on
   * @param <T> the kind of item
   * @return a page of a copy
   */
  public static <T> Page<T> of(List<T> items, PageToken next) {
    Objects.requireNonNull(next, "next must not be null");
    return new Page<>(List.copyOf(items), 0, () -> next);
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
   * How many members of the page are of a kind that this version does not know, such as groups in a
   * group. They are not among the items.
   *
   * @return zero or more
   */
  public int skipped() {
    return skipped;
  }

  /**
   * Where the listing goes on after this page.
   *
   * @return empty where this page is the last
   */
  public Optional<PageToken> next() {
    return Optional.ofNullable(next).map(Supplier::get);
  }
}
