package dev.roster;

import java.util.Objects;

/**
 * The answer of {@link MembershipClient#ensureMember}: the membership, and how it came to be.
 *
 * @param membership the membership that is there now
 * @param presence how it came to be
 */
public record EnsuredMember(Membership membership, Presence presence) {

  /**
   * Checks that nothing is null.
   *
   * @param membership the membership that is there now
   * @param presence how it came to be
   */
  public EnsuredMember {
    Objects.requireNonNull(membership, "membership must not be null");
    Objects.requireNonNull(presence, "presence must not be null");
  }
}
