package dev.roster.emulator;

import dev.roster.IdentityStoreId;
import dev.roster.memory.StoreOperation;
import java.time.Instant;
import java.util.Objects;

/**
 * A request that came to the emulator: what was asked and how it was handled, without bodies,
 * header values or identifiers but the store's.
 *
 * @param at when it was handled, by the emulator's clock
 * @param protocol the protocol that was spoken
 * @param operation the operation as the service names it, for example {@code
 *     CreateGroupMembership}; {@link #UNKNOWN_OPERATION} where the request names none that exists
 * @param store the store that the request names, whether it exists or not, cut where it has more
 *     than 100 characters; {@link #NO_STORE} where it names none
 * @param status the HTTP status of the response; {@link #NO_STATUS} where the connection ended
 *     without a readable one
 */
public record JournalEntry(
    Instant at, Protocol protocol, String operation, String store, int status) {

  /** Stands for the operation of a request that names none that exists. */
  public static final String UNKNOWN_OPERATION = "unknown";

  /** Stands for the store of a request that names none. */
  public static final String NO_STORE = "none";

  /** Stands for the status where the connection ended without a readable response. */
  public static final int NO_STATUS = 0;

  /**
   * Checks that nothing is null.
   *
   * @param at when it was handled
   * @param protocol the protocol that was spoken
   * @param operation the operation as the service names it
   * @param store the store that the request names
   * @param status the HTTP status of the response
   */
  public JournalEntry {
    Objects.requireNonNull(at, "time must not be null");
    Objects.requireNonNull(protocol, "protocol must not be null");
    Objects.requireNonNull(operation, "operation must not be null");
    Objects.requireNonNull(store, "store must not be null");
  }

  /**
   * Whether the request asked for an operation.
   *
   * @param asked the operation
   * @return true where it did, however it was handled
   */
  public boolean is(StoreOperation asked) {
    return operation.equals(asked.serviceName());
  }

  /**
   * Whether the request named a store.
   *
   * @param asked the store
   * @return true where it did, whether the store exists or not
   */
  public boolean isOf(IdentityStoreId asked) {
    return store.equals(asked.value());
  }
}
