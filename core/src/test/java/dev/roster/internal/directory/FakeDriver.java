package dev.roster.internal.directory;

import dev.roster.ErrorCode;
import dev.roster.UserId;
import dev.roster.directory.User;
import dev.roster.spi.DirectoryDriver;
import dev.roster.spi.EntryDriver;
import dev.roster.spi.ErrorDescription;
import dev.roster.spi.Reach;
import dev.roster.spi.WithoutMemberships;

/** A driver of groups without memberships. */
final class FakeDriver extends WithoutMemberships implements DirectoryDriver {

  private final FakeGroups groups;

  FakeDriver(FakeGroups groups) {
    this.groups = groups;
  }

  @Override
  public FakeGroups groups() {
    return groups;
  }

  @Override
  public String provider() {
    return "fake";
  }

  @Override
  public EntryDriver<UserId, User> users() {
    throw new UnsupportedOperationException();
  }

  @Override
  public ErrorDescription describe(Throwable failure) {
    return failure instanceof FakeGroups.Refusal refusal
        ? refusal.description()
        : ErrorDescription.of(ErrorCode.UNKNOWN, Reach.MAYBE_APPLIED);
  }
}
