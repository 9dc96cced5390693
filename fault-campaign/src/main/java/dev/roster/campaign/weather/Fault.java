package dev.roster.campaign.weather;

/** What can happen to one exchange, or before it. */
public enum Fault {
  /** Nothing. */
  NONE,
  /** The whole response comes, in chunks. */
  CHUNK_RESPONSE,
  /** The whole response comes, and the connection is closed unseen behind it. */
  CLOSE_UNSEEN,
  /** The request is carried out twice; the first response comes. */
  DOUBLE_REQUEST,
  /** The request is on its way for long; it may be carried out after the caller has given up. */
  DELAY_REQUEST,
  /** The response is on its way for long. */
  DELAY_RESPONSE,
  /** The response stands still in the middle, then goes on. */
  PAUSE_IN_RESPONSE,
  /** The request is read and never carried out. */
  LOSE_REQUEST,
  /** The request is carried out, and no response comes. */
  LOSE_RESPONSE,
  /** The response ends in its status line, its headers or its body. */
  CUT_RESPONSE,
  /** The connection is reset before the request is read to its end. */
  RESET_IN_REQUEST,
  /** Another server responds; the service never sees the request. */
  REPLACE_UNDELIVERED,
  /** The request is carried out, and another server responds. */
  REPLACE_DELIVERED,
  /** The request is carried out, and the response to another operation comes. */
  MIX_UP,
  /** The response contradicts itself or breaks the service's rules. */
  CONTRADICT,
  /** The request may be carried out, and an error response comes that has no end. */
  ENDLESS_RESPONSE,
  /** The service throttles the request. */
  THROTTLE,
  /** The service says that it failed, and may have carried the request out. */
  SERVER_ERROR,
  /** The service says that another caller changes the same thing: writes only. */
  BUSY,
  /** The service says that there is a conflict, and no more: creates only. */
  UNKNOWN_CONFLICT,
  /** Nothing listens. */
  REFUSE_CONNECTION,
  /** The connection is never made. */
  HANG_CONNECTION,
  /** The connection is reset when it is made. */
  RESET_CONNECTION,
  /** There are no credentials to sign with. */
  NO_CREDENTIALS;

  /** Whether it hits an attempt before its request reaches the proxy. */
  public boolean isBeforeProxy() {
    return this == REFUSE_CONNECTION
        || this == HANG_CONNECTION
        || this == RESET_CONNECTION
        || this == NO_CREDENTIALS;
  }
}
