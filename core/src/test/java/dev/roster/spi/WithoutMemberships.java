package dev.roster.spi;

import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import java.util.List;
import java.util.Map;

/** For the drivers of tests that are about something else than single memberships. */
public abstract class WithoutMemberships implements MembershipDriver {

  protected WithoutMemberships() {}

  @Override
  public final IdentityStoreId identityStoreId() {
    return new IdentityStoreId("s-1");
  }

  @Override
  public final Membership createMembership(GroupId group, MemberId member, AttemptContext attempt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public final void deleteMembership(MembershipId membership, AttemptContext attempt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public final Membership getMembership(MembershipId membership, AttemptContext attempt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public final Membership findMembership(GroupId group, MemberId member, AttemptContext attempt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public final Map<GroupId, Boolean> isMemberInGroups(
      MemberId member, List<GroupId> groups, AttemptContext attempt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public final void close() {}
}
