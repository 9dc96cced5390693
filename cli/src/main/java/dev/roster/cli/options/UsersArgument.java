package dev.roster.cli.options;

import dev.roster.UserId;
import dev.roster.cli.store.StoreNames;
import java.util.List;
import picocli.CommandLine.Parameters;

/** The users of a command on a group. */
public final class UsersArgument {

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "USER",
      description = "user names, e-mail addresses or ids")
  private List<String> users = List.of();

  /**
   * The users that were named.
   *
   * @param names finds them
   * @return the identifier of each once, in the order written
   */
  public List<UserId> ids(StoreNames names) {
    return names.users(users).values().stream().distinct().toList();
  }
}
