package dev.roster.benchmarks.client;

/** The store, the group and the numbered users of all runs: ids as long as the services' own. */
public final class Ids {

  /** The store. */
  public static final String STORE = "d-0000000000";

  private static final String GROUP = "9067000000-00000000-0000-4000-8000-";
  private static final String USER = "9067000001-00000000-0000-4000-8000-";
  private static final String ZEROS = "000000000000";

  private Ids() {}

  /** The group that most runs are about. */
  public static String group() {
    return group(0);
  }

  /** One of several groups. */
  public static String group(int number) {
    return numbered(GROUP, number);
  }

  /** The user with a number. */
  public static String user(int number) {
    return numbered(USER, number);
  }

  /** Formatting would cost as much as a part of what is measured. */
  private static String numbered(String prefix, int number) {
    String digits = Integer.toString(number);
    return prefix + ZEROS.substring(digits.length()) + digits;
  }
}
