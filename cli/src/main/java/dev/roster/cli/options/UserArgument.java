package dev.roster.cli.options;

import dev.roster.UserId;
import dev.roster.cli.store.StoreNames;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Parameters;

/** The user that a command is about. */
public final class UserArgument {

  @Parameters(
      index = "0",
      paramLabel = "USER",
      description = "a user name, an e-mail address or an id")
  private @Nullable String user;

  /**
   * The user that was named.
   *
   * @param names finds it
   * @return its identifier
   */
  public UserId id(StoreNames names) {
    return names.user(Objects.requireNonNull(user, "required"));
  }
}
