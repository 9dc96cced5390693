package dev.roster.memory;

import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.IntSupplier;

/** Walks through all pages of a listing. */
final class ListingWalk {

  private ListingWalk() {}

  static <T> List<T> all(Function<PageRequest, RawPage<T>> listing) {
    return of(listing, () -> 100, () -> {});
  }

  static <T> List<T> of(
      Function<PageRequest, RawPage<T>> listing, IntSupplier pageSize, Runnable betweenPages) {
    List<T> seen = new ArrayList<>();
    PageRequest request = PageRequest.first(pageSize.getAsInt());
    while (true) {
      RawPage<T> page = listing.apply(request);
      seen.addAll(page.items());
      Optional<String> next = page.nextToken();
      if (next.isEmpty()) {
        return seen;
      }
      betweenPages.run();
      request = PageRequest.after(pageSize.getAsInt(), next.get());
    }
  }
}
