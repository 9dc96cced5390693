package dev.roster.internal.paging;

import dev.roster.ClientMethod;
import dev.roster.ErrorCode;
import dev.roster.RosterException;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * One listing of one store, which can be walked through any number of times.
 *
 * @param <T> the kind of item
 */
public interface Listing<T> {

  /**
   * What a page token is bound to: provider, store and query.
   *
   * @return a text that no other listing has
   */
  String identity();

  /**
   * The client's method.
   *
   * @return the method that began the listing
   */
  ClientMethod method();

  /**
   * The most items that a page can hold; larger ones are cut to it.
   *
   * @return at least 1
   */
  int largestPage();

  /**
   * Whether the service cuts the listing into pages.
   *
   * @return false where every page that is read has everything
   */
  boolean isPaged();

  /**
   * What an item differs in from all others of the listing.
   *
   * @param item an item of the listing
   * @return the same text for the same item, whenever it is read
   */
  String key(T item);

  /**
   * Reads a page, as a call of its own.
   *
   * @param page which page
   * @return the page
   */
  RawPage<T> fetch(PageRequest page);

  /**
   * The reading of a page on another thread.
   *
   * @param read reads it
   * @param promise completed with the page or with what the reading throws, and not before the
   *     reading has ended
   * @return the work, which has not begun
   */
  PageAhead.Work reading(Supplier<RawPage<T>> read, CompletableFuture<RawPage<T>> promise);

  /**
   * An error that this side finds.
   *
   * @param code what is wrong
   * @param message what is wrong, in words
   * @return the error to throw
   */
  RosterException failure(ErrorCode code, String message);

  /**
   * The client's own threads, for read-ahead.
   *
   * @return an executor that ends with the client
   */
  Executor threads();
}
