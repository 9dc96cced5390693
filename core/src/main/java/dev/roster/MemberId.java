package dev.roster;

/**
 * The identifier of something that can be in a group. Services model it as a tagged union; today
 * its one branch is a {@link UserId}.
 */
public sealed interface MemberId permits UserId {

  /**
   * The identifier as the service spells it.
   *
   * @return never blank
   */
  String value();
}
