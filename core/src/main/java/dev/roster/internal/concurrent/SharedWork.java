package dev.roster.internal.concurrent;

/** What several threads do together, and how it is ended early. */
public interface SharedWork {

  /** What each thread does; it returns when there is nothing left for it, and throws nothing. */
  void work();

  /** Ends the work early: one of its threads, or the thread that waits, was interrupted. */
  void interrupted();

  /** Ends the work early: its time has passed. */
  void deadlinePassed();
}
