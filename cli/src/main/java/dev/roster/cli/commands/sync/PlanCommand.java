package dev.roster.cli.commands.sync;

import dev.roster.cli.session.Session;
import dev.roster.cli.session.StoreCommand;
import dev.roster.cli.terminal.Notices;
import dev.roster.cli.terminal.PrintableText;
import dev.roster.reconcile.DesiredMembers;
import dev.roster.sync.SyncPlan;
import dev.roster.sync.SyncRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows what a sync would change. */
@Command(
    name = "plan",
    description = {
      "Shows what it takes for groups to follow a file; changes nothing.",
      "What is held back, and why, is said as well. With --out, the changes are kept in a file to"
          + " be",
      "reviewed, approved and applied. Exit code 2 where changes are due."
    },
    footer = {
      "",
      "Examples:",
      "  roster plan members.csv",
      "  roster plan members.csv --exclusive --out changes.plan"
    })
public final class PlanCommand extends StoreCommand {

  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private GuardOptions guards = new GuardOptions();
  @Mixin private SourceGuards sourceGuards = new SourceGuards();

  @Option(names = "--out", paramLabel = "FILE", description = "where to keep the plan")
  private @Nullable Path out;

  @Override
  protected int run(Session session) {
    Path directory = guards.directory(session, source.file()).checked();
    SyncRun run = sourceGuards.of(guards.builder(session, directory)).build();
    SyncPlan plan = plan(run, source.read(session));
    new SyncAccount(session).show(plan);
    if (out != null) {
      keep(plan, out, session.notices());
    }
    return SyncAccount.due(plan);
  }

  private SyncPlan plan(SyncRun run, DesiredMembers desired) {
    return out == null ? run.plan(source.mode(), desired) : run.propose(source.mode(), desired);
  }

  private static void keep(SyncPlan plan, Path file, Notices notices) {
    try {
      Files.writeString(file, plan.changes().toText(plan.names()));
    } catch (IOException failure) {
      throw new UncheckedIOException("%s cannot be written".formatted(file), failure);
    }
    notices.say(
        "kept in %s, checksum %s"
            .formatted(PrintableText.of(file.toString()), plan.changes().checksum()));
  }
}
