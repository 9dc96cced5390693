package dev.roster.internal;

/** Why an attempt was ended from outside. */
enum AbortReason {
  /** The calling thread was interrupted. */
  INTERRUPTED,
  /** The attempt's time had passed. */
  EXPIRED,
  /** The client was closed. */
  CLOSED
}
