package dev.roster.internal.pacing;

/** What a turn waits for. */
enum TurnHold {
  /** Nothing. */
  NOTHING,
  /** The service asked to wait, and meant all calls: one call after the other was throttled. */
  HINT,
  /** The rate that was learned from throttled responses, and those that wait before it. */
  LEARNED_RATE,
  /** The ceiling that the user set. */
  CEILING
}
