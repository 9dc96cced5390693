package dev.roster.internal.pacing;

import dev.roster.CallPriority;
import org.jspecify.annotations.Nullable;

/**
 * What holds the calls of a simulated process back: the real pacer, or what it is compared with.
 */
interface SimulatedLimiter {

  /** A place for one call and all its attempts. */
  Place place(CallPriority priority);

  /** Who is next, and may have been woken. */
  @Nullable Place head();

  /** Whether a call whose turn seems to come too late is refused at once. */
  default boolean refusesEarly() {
    return false;
  }

  /** Whether the call itself backs off between attempts, in seconds for its so-manieth. */
  default double backOff(int throttled, double jitter) {
    return 0;
  }

  /** A call's place. */
  interface Place {
    /** Takes the turn, or says for how many nanoseconds to wait. */
    long ask(long now);

    boolean isWoken();

    void leave(long now);

    void ended(boolean accepted, long hintNanos, long now);
  }
}
