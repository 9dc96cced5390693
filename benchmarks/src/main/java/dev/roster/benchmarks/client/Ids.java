package dev.roster.benchmarks.client;

import java.util.List;
import java.util.stream.IntStream;

/** The store, the group and the numbered users of all runs: ids as long as the services' own. */
public final class Ids {

  /** The store. */
  public static final String STORE = "d-0000000000";

  private static final String GROUP = "9067000000-00000000-0000-4000-8000-%012d";
  private static final String USER = "9067000001-00000000-0000-4000-8000-%012d";

  /** Made in advance, so that formatting them is not measured. */
  private static final List<String> USERS =
      IntStream.range(0, 1_000).mapToObj(USER::formatted).toList();

  private static final String FIRST_GROUP = group(0);

  private Ids() {}

  /** The group that most runs are about. */
  public static String group() {
    return FIRST_GROUP;
  }

  /** One of several groups. */
  public static String group(int number) {
    return GROUP.formatted(number);
  }

  /** The user with a number. */
  public static String user(int number) {
    return number < USERS.size() ? USERS.get(number) : USER.formatted(number);
  }
}
