package dev.roster.memory;

/** The ways in which a request can be made to fail. */
public enum FaultKind {
  /** The service asks to slow down; nothing is applied. */
  THROTTLE(false),
  /** The request is lost on its way: the connection ends, nothing is applied. */
  LOSE_REQUEST(false),
  /** The request is applied, then the connection ends before a reply. */
  LOSE_REPLY(true),
  /** The service says that it failed; nothing is applied. */
  FAIL(false),
  /** The request is applied, then the service says that it failed. */
  FAIL_AFTER_COMMIT(true),
  /** The request is applied, then a success is answered that nobody can read. */
  GARBLE_REPLY(true),
  /** The request is applied, then the connection ends in the middle of the reply. */
  TRUNCATE_REPLY(true),
  /**
   * The request is applied; a server answers a byte at a time and comes to no end, the in-memory
   * driver as if the caller had given up waiting.
   */
  TRICKLE_REPLY(true),
  /** The service says that it is not there for a while; nothing is applied. */
  UNAVAILABLE(false),
  /** A page answers with the token that it was asked with, if there was one. */
  REPEAT_PAGE_TOKEN(true),
  /** A page answers with the token of the first page, so that tokens go round in a circle. */
  LOOP_PAGE_TOKENS(true),
  /** A page answers no items, and a token with which the listing begins. */
  EMPTY_PAGE(true),
  /** The request is refused as if its page token were no longer known. */
  EXPIRE_PAGE_TOKEN(false),
  /**
   * The request is applied; the reply is held until the test lets it go, the caller gives up or the
   * {@linkplain Fault#delay(java.time.Duration) delay} is over.
   */
  ANSWER_SLOWLY(true),
  /** A conflict: somebody else changes the same thing now; nothing is applied. */
  CONCURRENT_MODIFICATION(false),
  /** A conflict of which the service does not say the reason; nothing is applied. */
  CONFLICT(false),
  /** The signature is found to be out of time; nothing is applied. */
  SKEW_CLOCK(false),
  /** An is-member reply lacks the last group that was asked for. */
  LEAVE_GROUP_OUT(true),
  /** The caller is known but may not do this; nothing is applied. */
  DENY_ACCESS(false),
  /** A quota is used up; nothing is applied. */
  EXCEED_QUOTA(false),
  /** The connection is refused, so that nothing was sent. */
  REFUSE_CONNECTION(false);

  private final boolean applied;

  FaultKind(boolean applied) {
    this.applied = applied;
  }

  /**
   * Whether the request is carried out before its reply is spoilt.
   *
   * @return true where a write changes the store
   */
  public boolean isApplied() {
    return applied;
  }
}
