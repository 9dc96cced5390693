package dev.roster.examples.lines;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.MembershipId;
import dev.roster.Operation;
import dev.roster.spi.IdRules;
import dev.roster.spi.TextRule;

/** The service takes identifiers of up to 64 characters; the core keeps tabs out of them. */
final class LineIdRules implements IdRules {

  static final IdRules INSTANCE = new LineIdRules();

  private static final int LONGEST = 64;
  private static final TextRule GROUP = TextRule.length("group id", 1, LONGEST);
  private static final TextRule MEMBER = TextRule.length("user id", 1, LONGEST);
  private static final TextRule MEMBERSHIP = TextRule.length("membership id", 1, LONGEST);

  private LineIdRules() {}

  @Override
  public void check(Operation operation, GroupId group) {
    GROUP.check(group.value());
  }

  @Override
  public void check(Operation operation, MemberId member) {
    MEMBER.check(member.value());
  }

  @Override
  public void check(Operation operation, MembershipId membership) {
    MEMBERSHIP.check(membership.value());
  }
}
