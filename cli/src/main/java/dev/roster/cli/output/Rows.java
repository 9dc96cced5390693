package dev.roster.cli.output;

/**
 * Writes results one by one.
 *
 * @param <T> what a row is made from
 */
public interface Rows<T> extends AutoCloseable {

  /**
   * Writes one.
   *
   * @param row the result
   */
  void add(T row);

  /** Writes what comes after the last one: these are all. */
  void end();

  /** Writes what is left. Without an end, nothing that is written looks whole. */
  @Override
  void close();
}
