package dev.roster;

/** Whose turn comes first at a client's rate limiter, when calls have to wait there. */
public enum CallPriority {

  /**
   * A person or a request waits for the result. Passes bulk work; what a call has unless set
   * otherwise.
   */
  INTERACTIVE,

  /**
   * Work that takes as long as it takes. While interactive calls keep coming, it still gets every
   * fifth turn.
   */
  BULK
}
