package dev.roster.cli.options;

import dev.roster.GroupId;
import dev.roster.cli.store.StoreNames;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The group that a command is about. */
public final class GroupArgument {

  @Parameters(index = "0", paramLabel = "GROUP", description = "a name or an id")
  private @Nullable String group;

  /**
   * The group that was named.
   *
   * @param names finds it
   * @return its identifier
   */
  public GroupId id(StoreNames names) {
    return names.group(Objects.requireNonNull(group, "required"));
  }
}
