package dev.roster.cli.commands.entries;

import dev.roster.DirectoryEntries;
import dev.roster.cli.exit.ExitCode;
import dev.roster.cli.output.Shape;
import dev.roster.cli.session.Session;
import dev.roster.cli.terminal.ResultsLostException;
import dev.roster.directory.DirectoryEntry;
import dev.roster.directory.LookupKey;
import picocli.CommandLine.Option;

/** What commands that create an entry have in common. */
final class CreationOptions {

  @Option(
      fallbackValue = "true",
      names = "--dry-run",
      description = "show what would be created, and create nothing")
  private boolean dryRun;

  boolean isDryRun() {
    return dryRun;
  }

  /** Shows what was created; where that cannot be written, its id is said at least. */
  static <I, E extends DirectoryEntry<I, E>> int show(Session session, Shape<E> shape, E created) {
    try {
      return EntryReading.show(session, shape, created);
    } catch (ResultsLostException lost) {
      session.notices().say("roster: created %s".formatted(created.id()));
      throw lost;
    }
  }

  /** Says whether an entry could be created under its key, and returns the exit code. */
  <I, E extends DirectoryEntry<I, E>> int rehearse(
      Session session, DirectoryEntries<I, E> entries, LookupKey<E> key, String kind) {
    boolean taken = entries.findId(key).isPresent();
    session
        .notices()
        .say((taken ? "there is such a %s" : "the %s would be created").formatted(kind));
    return taken ? ExitCode.ERROR : ExitCode.DONE;
  }
}
