package dev.roster.bulk;

/** Why a bulk run ended. New reasons may be added, so a {@code switch} needs a default. */
public enum BulkEnd {
  /** All items were taken. */
  COMPLETED,
  /** The calling thread was interrupted; its interrupt flag is set. */
  INTERRUPTED,
  /** The run's time was up. */
  DEADLINE_PASSED,
  /**
   * An item failed for a reason that would hit all others too: credentials that are not accepted,
   * an address that is not the service's, a store that does not exist, a closed client.
   */
  HOPELESS,
  /**
   * So many items in a row failed for a reason that may hit all others too, such as a refused
   * permission or a service that does not respond; see {@link
   * BulkMemberships#withMaxFailuresInARow}.
   */
  TOO_MANY_FAILURES
}
