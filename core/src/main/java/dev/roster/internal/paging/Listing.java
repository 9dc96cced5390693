package dev.roster.internal.paging;

import dev.roster.ErrorCode;
import dev.roster.RosterException;
import dev.roster.spi.PageRequest;
import dev.roster.spi.RawPage;
import java.util.concurrent.Executor;

/**
 * One listing of one store, before anybody walks through it.
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
   * @return its name
   */
  String operation();

  /**
   * Reads a page, as a call of its own.
   *
   * @param page which page
   * @return the page
   */
  RawPage<T> fetch(PageRequest page);

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
