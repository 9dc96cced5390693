package dev.roster.campaign;

import dev.roster.MembershipId;

/** Ids that the campaign makes up. */
final class Ids {

  /** Of the documented form, and of no membership. */
  static final MembershipId NEVER_MADE = new MembershipId("0fa4e000-ffff-4fff-8fff-ffffffffffff");

  private Ids() {}
}
