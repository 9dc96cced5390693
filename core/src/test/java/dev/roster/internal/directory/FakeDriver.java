package dev.roster.internal.directory;

import dev.roster.ErrorCode;
import dev.roster.GroupId;
import dev.roster.IdentityStoreId;
import dev.roster.MemberId;
import dev.roster.Membership;
import dev.roster.MembershipId;
import dev.roster.UserId;
import dev.roster.directory.User;
import dev.roster.spi.AttemptContext;
import dev.roster.spi.DirectoryDriver;
import dev.roster.spi.EntryDriver;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.MembershipDriver;
import dev.roster.spi.Reach;
import java.util.List;
import java.util.Map;

/** A driver of groups without memberships. */
record FakeDriver(FakeGroups groups) implements MembershipDriver, DirectoryDriver {

  @Override
  public String provider() {
    return "fake";
  }

  @Override
  public IdentityStoreId identityStoreId() {
    return new IdentityStoreId("s-1");
  }

  @Override
  public EntryDriver<UserId, User> users() {
    throw new UnsupportedOperationException();
  }

  @Override
  public Membership createMembership(GroupId group, MemberId member, AttemptContext attempt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public void deleteMembership(MembershipId membership, AttemptContext attempt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Membership getMembership(MembershipId membership, AttemptContext attempt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Membership findMembership(GroupId group, MemberId member, AttemptContext attempt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public Map<GroupId, Boolean> isMemberInGroups(
      MemberId member, List<GroupId> asked, AttemptContext attempt) {
    throw new UnsupportedOperationException();
  }

  @Override
  public ErrorDescription describe(Throwable failure) {
    return failure instanceof FakeGroups.Refusal refusal
        ? refusal.description()
        : ErrorDescription.of(ErrorCode.UNKNOWN, Reach.MAYBE_APPLIED);
  }

  @Override
  public void close() {}
}
