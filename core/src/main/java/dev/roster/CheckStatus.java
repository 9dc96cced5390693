package dev.roster;

/** What a check found out about an area. */
public enum CheckStatus {
  /** It is as it must be, for the one look-up that was made. */
  OK,
  /** The look-up succeeded in the end, but something went wrong on the way. */
  WARNING,
  /** It is why the look-up failed. */
  PROBLEM,
  /** The look-up does not tell. */
  NOT_PROVED
}
