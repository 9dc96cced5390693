package dev.roster;

/**
 * The member is in the group already: {@link ErrorCode#ALREADY_MEMBER}. {@link
 * RosterClient#ensureMember} treats it as success.
 */
public final class AlreadyMemberException extends RosterException {

  private static final long serialVersionUID = 1L;

  AlreadyMemberException(Builder from) {
    super(from);
  }
}
