package dev.roster.benchmarks.client;

/** One library, opened as its documentation says, with its defaults unless its name says else. */
public interface BenchmarkedClient extends AutoCloseable {

  /** Makes one numbered user a member of the group; what goes wrong is thrown. */
  void create(int number) throws Exception;

  /**
   * Reads all members of the group by pages of a hundred.
   *
   * @param afterPage what the consumer does with each page
   * @return how many there were
   */
  int list(Runnable afterPage) throws Exception;

  @Override
  void close();
}
