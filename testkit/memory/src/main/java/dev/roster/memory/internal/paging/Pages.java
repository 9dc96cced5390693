package dev.roster.memory.internal.paging;

import dev.roster.IdentityStoreId;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.Predicate;

/** Cuts listings into pages. Thread-safe, as far as the rows are. */
public final class Pages {

  private final String store;
  private final AtomicInteger generation = new AtomicInteger();

  public Pages(IdentityStoreId store) {
    this.store = store.value();
  }

  /** Makes all tokens that were given out so far useless. */
  public void expireTokens() {
    generation.incrementAndGet();
  }

  public <R extends Sequenced, T> RawPage<T> page(
      SortedRows<R> rows,
      Predicate<R> wanted,
      Function<R, T> rendering,
      String listing,
      PageRequest page) {
    String query = store + ' ' + listing;
    int current = generation.get();
    long last = page.token().map(token -> PageToken.read(query, current, token)).orElse(0L);
    List<T> items = new ArrayList<>();
    for (int each = rows.indexAfter(last); each < rows.size(); each++) {
      R row = rows.get(each);
      if (wanted.test(row)) {
        if (items.size() == page.size()) {
          return RawPage.of(items, PageToken.write(query, current, last));
        }
        items.add(rendering.apply(row));
        last = row.sequence();
      }
    }
    return RawPage.of(items, null);
  }
}
