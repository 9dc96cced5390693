package dev.roster;

/**
 * The identifier of something that can be in a group. Services model it as a tagged union; today
 * its one branch is a {@link UserId}.
 *
 * <p>Other kinds of member will be added, such as groups. A {@code switch} over this type needs a
 * {@code default}, which the compiler asks for.
 */
public sealed interface MemberId permits UserId, OtherMemberId {

  /**
   * The identifier as the service spells it.
   *
   * @return never blank
   */
  String value();
}
