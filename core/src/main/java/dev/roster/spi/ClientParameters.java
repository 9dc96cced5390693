package dev.roster.spi;

import java.util.Set;

/** The parameters of a configuration string that the client itself reads, for every provider. */
public final class ClientParameters {

  /** The time for a whole call, as an ISO-8601 duration such as {@code PT2M}. */
  public static final String DEADLINE = "deadline";

  /** The time for one attempt, as an ISO-8601 duration such as {@code PT10S}. */
  public static final String ATTEMPT_TIMEOUT = "attemptTimeout";

  /** The time for reads after a lost response, as an ISO-8601 duration such as {@code PT30S}. */
  public static final String SETTLING_TIME = "settlingTime";

  /** The most attempts per second that the client makes, a positive decimal number. */
  public static final String MAX_CALLS_PER_SECOND = "maxCallsPerSecond";

  /** The store's id, where it does not fit into the authority. */
  public static final String STORE = "store";

  /** All of them. */
  public static final Set<String> NAMES =
      Set.of(DEADLINE, ATTEMPT_TIMEOUT, SETTLING_TIME, MAX_CALLS_PER_SECOND, STORE);

  private ClientParameters() {}
}
