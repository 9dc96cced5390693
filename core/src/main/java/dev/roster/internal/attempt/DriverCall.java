package dev.roster.internal.attempt;

import dev.roster.spi.AttemptContext;

/**
 * One driver method with its arguments: exactly one wire request.
 *
 * @param <T> what it returns
 */
@FunctionalInterface
public interface DriverCall<T> {

  /**
   * Makes the request.
   *
   * @param attempt the attempt
   * @return what the driver returns
   * @throws Exception whatever the driver throws
   */
  T make(AttemptContext attempt) throws Exception;
}
