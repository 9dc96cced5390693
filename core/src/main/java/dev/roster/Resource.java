package dev.roster;

/** The kinds of thing that a service can report as missing. */
public enum Resource {
  /** The identity store itself. */
  IDENTITY_STORE,
  /** A group. */
  GROUP,
  /** A member, that is, a user. */
  MEMBER,
  /** A membership. */
  MEMBERSHIP,
  /** Something else, or the service does not say. */
  UNSPECIFIED
}
