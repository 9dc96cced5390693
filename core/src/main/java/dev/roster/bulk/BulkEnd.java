package dev.roster.bulk;

/** Why a bulk run ended. */
public enum BulkEnd {
  /** All items were taken. */
  COMPLETED,
  /** The calling thread was interrupted; its interrupt flag is set. */
  INTERRUPTED,
  /** The run's time was up. */
  DEADLINE_PASSED,
  /**
   * An item failed for a reason that would befall all others too: credentials that are not
   * accepted, an address that is not the service's, a store that does not exist, a closed client.
   */
  HOPELESS
}
