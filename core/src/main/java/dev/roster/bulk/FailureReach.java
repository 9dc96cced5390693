package dev.roster.bulk;

import dev.roster.NotFoundException;
import dev.roster.Resource;
import dev.roster.RosterException;

/** How far the reason of a failure reaches. */
enum FailureReach {
  /** It is about this item; others are not touched by it. */
  ITEM,
  /** It can be about this item, or the group that it names, or about everything. */
  PERHAPS_ALL,
  /** Every other item would fail in the same way. */
  ALL;

  static FailureReach of(RosterException error) {
    return switch (error.code()) {
      case UNAUTHENTICATED, CLOCK_SKEW, WRONG_ENDPOINT, CLIENT_CLOSED, UNSUPPORTED -> ALL;
      case ACCESS_DENIED,
          THROTTLED,
          QUOTA_EXCEEDED,
          UNAVAILABLE,
          TIMEOUT,
          INVALID_RESPONSE,
          UNKNOWN ->
          PERHAPS_ALL;
      case NOT_FOUND -> isStore(error) ? ALL : ITEM;
      default -> ITEM;
    };
  }

  private static boolean isStore(RosterException error) {
    return error instanceof NotFoundException missing
        && missing.missing() == Resource.IDENTITY_STORE;
  }
}
