package dev.roster;

/** What a native call does to the store, which decides what happens when its response is lost. */
public enum NativeAccess {
  /** It changes nothing, and is retried as other reads are. */
  READ,
  /**
   * It can change something. It is retried only after attempts that surely changed nothing: those
   * that were throttled, refused for contention, or not sent. After any other loss the call fails
   * with {@link Outcome#UNKNOWN}, because only the caller knows what to read to settle it.
   */
  WRITE
}
