package dev.roster.internal.pacing;

import dev.roster.CallPriority;

/** Which of the lanes of a {@link Pacer} a call waits in; the first lane goes first. */
public enum TurnKind {
  /**
   * Reads that settle what an earlier attempt came to: ahead of new work, but at most every second
   * turn while others wait.
   */
  SETTLING,
  /** Calls that a person or a request waits for. */
  INTERACTIVE,
  /** Work that can wait; at least every fifth turn of those that are not settling. */
  BULK;

  static TurnKind of(CallPriority priority) {
    return switch (priority) {
      case INTERACTIVE -> INTERACTIVE;
      case BULK -> BULK;
    };
  }
}
