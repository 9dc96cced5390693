package dev.roster.cli.changes;

import dev.roster.cli.configuration.UsageException;
import dev.roster.cli.session.Session;
import dev.roster.cli.terminal.Surroundings;
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

  /** Cron sets one of the two only. */
  private static String user(Session session) {
    Surroundings surroundings = session.root().surroundings();
    return surroundings
        .variable("USER")
        .or(() -> surroundings.variable("LOGNAME"))
        .map(name -> "roster, " + name)
        .orElse("roster");
  }
}
