package dev.roster.cli.commands.sync;

import dev.roster.cli.configuration.UsageException;
import dev.roster.cli.session.Session;
import dev.roster.sync.Approval;
import dev.roster.sync.SyncRunBuilder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Who makes the changes of a run, and who allowed them. */
final class ApprovalOptions {

  @Option(
      names = "--approval",
      paramLabel = "FILE",
      description = "remove only what this approval allows; 'roster approve' makes it")
  private @Nullable Path approval;

  @Option(names = "--by", paramLabel = "NAME", description = "who does this, for the audit")
  private @Nullable String by;

  boolean isGiven() {
    return approval != null;
  }

  SyncRunBuilder of(SyncRunBuilder builder, Session session) {
    builder.by(by == null ? user(session) : by).requestIds(session.requestIds());
    return approval == null ? builder : builder.approval(wellFormed(approval));
  }

  /** Looked at before the run, which needs it late. The file need not be there yet. */
  private static Path wellFormed(Path file) {
    try {
      Approval.read(file);
      return file;
    } catch (IllegalArgumentException malformed) {
      throw new UsageException("--approval %s: %s".formatted(file, malformed.getMessage()));
    }
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
