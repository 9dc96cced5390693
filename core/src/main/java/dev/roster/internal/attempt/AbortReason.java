package dev.roster.internal.attempt;

/** Why an attempt was ended from outside. */
public enum AbortReason {
  /** The calling thread was interrupted. */
  INTERRUPTED,
  /** The attempt's time had passed. */
  EXPIRED,
  /** The client was closed. */
  CLOSED
}
