package dev.roster.spi;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.directory.Group;
import dev.roster.directory.User;

/**
 * A driver whose service keeps users and groups. Without it every call of the client's directory
 * fails with {@link dev.roster.ErrorCode#UNSUPPORTED} before anything is sent.
 */
public interface DirectoryDriver {

  /**
   * The users.
   *
   * @return the same at every call
   */
  EntryDriver<UserId, User> users();

  /**
   * The groups.
   *
   * @return the same at every call
   */
  EntryDriver<GroupId, Group> groups();
}
