package dev.roster.cli.options;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.cli.store.StoreNames;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** A group, and users who are its members or not. */
public final class MembersArguments {

  @Mixin private GroupArgument group = new GroupArgument();

  @Parameters(
      index = "1..*",
      arity = "1..*",
      paramLabel = "USER",
      description = "user names, e-mail addresses or ids")
  private List<String> users = List.of();

  /**
   * The group that was named.
   *
   * @param names finds it
   * @return its identifier
   */
  public GroupId group(StoreNames names) {
    return group.id(names);
  }

  /**
   * The users that were named.
   *
   * @param names finds them
   * @return the identifier of each once, in the order written
   */
  public List<UserId> users(StoreNames names) {
    return names.users(users).values().stream().distinct().toList();
  }
}
