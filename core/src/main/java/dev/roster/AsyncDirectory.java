package dev.roster;

import dev.roster.directory.Group;
import dev.roster.directory.User;
import dev.roster.internal.call.SubmittedCalls;

/** The calls of a {@link Directory} on other threads, as {@link AsyncRosterClient} makes them. */
public final class AsyncDirectory {

  private final AsyncDirectoryEntries<UserId, User> users;
  private final AsyncDirectoryEntries<GroupId, Group> groups;

  AsyncDirectory(Directory directory, SubmittedCalls calls) {
    this.users = new AsyncDirectoryEntries<>(directory.users(), calls);
    this.groups = new AsyncDirectoryEntries<>(directory.groups(), calls);
  }

  /** {@return the users} */
  public AsyncDirectoryEntries<UserId, User> users() {
    return users;
  }

  /** {@return the groups} */
  public AsyncDirectoryEntries<GroupId, Group> groups() {
    return groups;
  }
}
