package dev.roster.cli.changes;

import dev.roster.cli.configuration.UsageException;
import dev.roster.cli.session.Session;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who makes changes. */
public final class AuthorOption {

  @Option(names = "--by", paramLabel = "NAME", description = "who does this, for the audit")
  private @Nullable String by;

  /**
   * Who it is.
   *
   * @param session the run
   * @return that of the option, or the program with the name of its user
   */
  public String name(Session session) {
    if (by != null && by.isBlank()) {
      throw new UsageException("--by must not be empty: it is who does this");
    }
    return by == null ? user(session) : by;
  }

  boolean isGivenAs(String name) {
    return name.equals(by);
  }

  private static String user(Session session) {
    return session
        .root()
        .surroundings()
        .variable("USER")
        .map(name -> "roster, " + name)
        .orElse("roster");
  }
}
