package dev.roster;

import dev.roster.directory.Group;
import dev.roster.directory.User;
import dev.roster.internal.call.CallPipeline;
import dev.roster.internal.directory.EntryCalls;
import dev.roster.internal.directory.EntryKind;
import dev.roster.internal.directory.LookupMemory;

/**
 * The users and groups of an identity store. Made by {@link RosterClient#directory()}; it shares
 * limiter, deadlines, retries and listeners with the client, is thread-safe and has nothing to
 * close.
 *
 * <p>What was looked up by name is found by exactly that name: a service's fuzzy filter never
 * decides. Names, addresses and other values are personal data, and appear in no message, log line
 * or {@code toString()} of this library.
 */
public final class Directory {

  private final DirectoryEntries<UserId, User> users;
  private final DirectoryEntries<GroupId, Group> groups;

  Directory(CallPipeline pipeline, LookupMemory lookups, CallOptions options) {
    this.users =
        new DirectoryEntries<>(
            new EntryCalls<>(pipeline, lookups, options, EntryKind.USERS), options);
    this.groups =
        new DirectoryEntries<>(
            new EntryCalls<>(pipeline, lookups, options, EntryKind.GROUPS), options);
  }

  /** {@return the users} */
  public DirectoryEntries<UserId, User> users() {
    return users;
  }

  /** {@return the groups} */
  public DirectoryEntries<GroupId, Group> groups() {
    return groups;
  }
}
