package dev.roster;

/**
 * The service asked to slow down until the call's deadline: {@link ErrorCode#THROTTLED}. {@link
 * #retryAfter()} holds the service's last hint, if it gave one.
 */
public final class ThrottledException extends RosterException {

  private static final long serialVersionUID = 1L;

  ThrottledException(Builder from) {
    super(from);
  }
}
