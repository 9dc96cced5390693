package dev.roster.emulator;

import java.util.Objects;

/**
 * A request that came to the emulator: what was asked and how it was answered, without bodies,
 * header values or identifiers.
 *
 * @param protocol the protocol that was spoken
 * @param operation the operation as the protocol names it, for example {@code
 *     CreateGroupMembership}; {@link #UNKNOWN_OPERATION} where the request names none that exists
 * @param status the HTTP status of the reply; {@link #NO_STATUS} where the connection ended without
 *     a readable one
 */
public record JournalEntry(Protocol protocol, String operation, int status) {

  /** Stands for the operation of a request that names none that exists. */
  public static final String UNKNOWN_OPERATION = "unknown";

  /** Stands for the status where the connection ended without a readable reply. */
  public static final int NO_STATUS = 0;

  /**
   * Checks that nothing is null.
   *
   * @param protocol the protocol that was spoken
   * @param operation the operation as the protocol names it
   * @param status the HTTP status of the reply
   */
  public JournalEntry {
    Objects.requireNonNull(protocol, "protocol must not be null");
    Objects.requireNonNull(operation, "operation must not be null");
  }
}
