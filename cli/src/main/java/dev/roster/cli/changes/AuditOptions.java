package dev.roster.cli.changes;

import dev.roster.cli.exit.FailedException;
import dev.roster.cli.session.Session;
import dev.roster.sync.AuditFile;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Objects;
import picocli.CommandLine.Mixin;

/** Where changes are written down that follow no file, and who makes them. */
public final class AuditOptions {

  @Mixin private StateOption state = new StateOption();
  @Mixin private AuthorOption author = new AuthorOption();

  /**
   * Whether this is the author that was given.
   *
   * @param name a text
   * @return false as well where none was given
   */
  public boolean isBy(String name) {
    return author.isGivenAs(name);
  }

  /**
   * Opens the audit, before anything is changed.
   *
   * @param session the run
   * @return the file, to be closed
   * @throws FailedException if it cannot be opened
   */
  AuditFile open(Session session) {
    Path file = state.directory(session).resolve("audit.jsonl");
    try {
      return AuditFile.open(file, Clock.systemUTC(), author.name(session));
    } catch (UncheckedIOException unusable) {
      throw new FailedException(
          "%s: %s; nothing was changed; --state names another directory for it"
              .formatted(unusable.getMessage(), Objects.requireNonNull(unusable.getCause())));
    }
  }
}
