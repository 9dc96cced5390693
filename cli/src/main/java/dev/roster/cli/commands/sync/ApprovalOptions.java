package dev.roster.cli.commands.sync;

import dev.roster.cli.changes.AuthorOption;
import dev.roster.cli.configuration.UsageException;
import dev.roster.cli.session.Session;
import dev.roster.sync.Approval;
import dev.roster.sync.SyncRunBuilder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Who makes the changes of a run, and who allowed them. */
final class ApprovalOptions {

  @Option(
      names = "--approval",
      paramLabel = "FILE",
      description = "remove only what this approval allows; 'roster approve' makes it")
  private @Nullable Path approval;

  @Mixin private AuthorOption author = new AuthorOption();

  boolean isGiven() {
    return approval != null;
  }

  /**
   * What to type for an approval of a plan, with the file of this run.
   *
   * @param checksum the plan
   */
  String command(String checksum) {
    return "roster approve %s --approval %s --by \"$USER\""
        .formatted(checksum, ShellText.word(String.valueOf(approval)));
  }

  SyncRunBuilder of(SyncRunBuilder builder, Session session) {
    builder.by(author.name(session)).requestIds(session.requestIds());
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
}
