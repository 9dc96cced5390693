package dev.roster.memory;

import dev.roster.ErrorCode;
import dev.roster.spi.Reach;

/**
 * The ways in which a request can be made to fail: one vocabulary for the in-memory driver, the
 * emulator and the conformance kit. A fault that is an error with a code of its own has the name of
 * that code.
 */
public enum FaultKind {
  /** The service asks to slow down; nothing is applied. */
  THROTTLED(ErrorCode.THROTTLED, Reach.REFUSED),
  /** The request is lost on its way: the connection ends, nothing is applied. */
  REQUEST_LOST(ErrorCode.UNAVAILABLE, Reach.MAYBE_APPLIED),
  /** The request is applied, then the connection ends before a response. */
  RESPONSE_LOST(ErrorCode.UNAVAILABLE),
  /** The service says that it failed; nothing is applied. */
  SERVER_ERROR(ErrorCode.UNAVAILABLE, Reach.MAYBE_APPLIED),
  /** The request is applied, then the service says that it failed. */
  SERVER_ERROR_AFTER_COMMIT(ErrorCode.UNAVAILABLE),
  /** The request is applied, then a success comes with a body that cannot be read. */
  RESPONSE_GARBLED(ErrorCode.INVALID_RESPONSE),
  /** The request is applied, then the connection ends in the middle of the response. */
  RESPONSE_TRUNCATED(ErrorCode.UNAVAILABLE),
  /**
   * The request is applied; a server sends the response a byte at a time and never completes it,
   * the in-memory driver fails as if the caller had given up waiting. Such a read never blocks for
   * long, so a timeout for single reads does not help.
   */
  RESPONSE_TRICKLED(ErrorCode.TIMEOUT),
  /** The service says that it is unavailable for a while; nothing is applied. */
  UNAVAILABLE(ErrorCode.UNAVAILABLE, Reach.MAYBE_APPLIED),
  /** A page has the token that it was asked for with, if there was one. */
  PAGE_TOKEN_REPEATED(ErrorCode.INVALID_RESPONSE),
  /** A page has the token of the first page, so that tokens go round in a circle. */
  PAGE_TOKENS_LOOPED(ErrorCode.INVALID_RESPONSE),
  /** A page has no items, and a token with which the listing begins. */
  PAGE_EMPTY(ErrorCode.INVALID_RESPONSE),
  /** The request is refused as if its page token were no longer known. */
  PAGE_TOKEN_EXPIRED(ErrorCode.INVALID_PAGE_TOKEN, Reach.REFUSED),
  /**
   * The request is applied; the response is held until the test releases it, the caller gives up or
   * the {@linkplain Fault#delay(java.time.Duration) delay} is over.
   */
  RESPONSE_DELAYED(ErrorCode.TIMEOUT),
  /** A conflict: another client changes the same thing now; nothing is applied. */
  CONCURRENT_MODIFICATION(ErrorCode.CONCURRENT_MODIFICATION, Reach.REFUSED),
  /** A conflict of which the service does not say the reason; nothing is applied. */
  CONFLICT(ErrorCode.CONFLICT, Reach.REFUSED),
  /** The signature is found to be out of time; nothing is applied. */
  CLOCK_SKEW(ErrorCode.CLOCK_SKEW, Reach.REFUSED),
  /** The response to an is-member check lacks the last group that was asked for. */
  GROUP_LEFT_OUT(ErrorCode.INVALID_RESPONSE),
  /** The caller is known but may not do this; nothing is applied. */
  ACCESS_DENIED(ErrorCode.ACCESS_DENIED, Reach.REFUSED),
  /** A quota is used up; nothing is applied. */
  QUOTA_EXCEEDED(ErrorCode.QUOTA_EXCEEDED, Reach.REFUSED),
  /** The connection is refused, so that nothing was sent. */
  CONNECTION_REFUSED(ErrorCode.UNAVAILABLE, Reach.NOT_SENT);

  private final ErrorCode code;
  private final Reach reach;
  private final boolean applied;

  FaultKind(ErrorCode code, Reach reach) {
    this.code = code;
    this.reach = reach;
    this.applied = false;
  }

  /** One whose request is applied, which the caller cannot know. */
  FaultKind(ErrorCode code) {
    this.code = code;
    this.reach = Reach.MAYBE_APPLIED;
    this.applied = true;
  }

  /**
   * The code that an attempt fails with.
   *
   * @return the same for every driver, if the attempt fails at all: a caller that waits long enough
   *     for a delayed response gets it
   */
  public ErrorCode code() {
    return code;
  }

  /**
   * Whether the request is carried out before its response is spoilt.
   *
   * @return true where a write changes the store
   */
  public boolean isApplied() {
    return applied;
  }

  Reach reach() {
    return reach;
  }
}
