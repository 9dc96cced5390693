package dev.roster.internal.pacing;

/** What an attempt tells about the rate that the service permits. */
public enum TurnResult {
  /** The service took the call, whatever it answered. */
  ACCEPTED,
  /** The service asked to slow down. */
  THROTTLED,
  /** Nothing: the response was lost, or nothing was sent. */
  NO_ANSWER
}
