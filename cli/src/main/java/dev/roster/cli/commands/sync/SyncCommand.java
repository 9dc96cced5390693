package dev.roster.cli.commands.sync;

import dev.roster.cli.changes.ChangeOptions;
import dev.roster.cli.changes.SourceDirectory;
import dev.roster.cli.session.Session;
import dev.roster.cli.session.StoreCommand;
import dev.roster.reconcile.DesiredMembers;
import dev.roster.sync.Approval;
import dev.roster.sync.SyncPlan;
import dev.roster.sync.SyncRun;
import dev.roster.sync.SyncRunBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Makes groups follow a file. */
@Command(
    name = "sync",
    description = {
      "Makes groups follow a file.",
      "Members are only added, unless --exclusive. A removal is made when it has been due for the",
      "time of the quarantine, and none by a file that is empty, cut short, or much smaller than"
          + " it",
      "was. Each change is in the audit file before the next one of its group begins."
    },
    footer = {
      "",
      "Examples:",
      "  roster sync members.csv",
      "  roster sync members.csv --exclusive --protect-group 'Break glass*' --yes",
      "  roster sync members.csv --exclusive --dry-run"
    })
public final class SyncCommand extends StoreCommand {

  @Mixin private SourceOptions source = new SourceOptions();
  @Mixin private GuardOptions guards = new GuardOptions();
  @Mixin private SourceGuards sourceGuards = new SourceGuards();
  @Mixin private ApprovalOptions approval = new ApprovalOptions();
  @Mixin private ChangeOptions options = new ChangeOptions();

  @Override
  protected int run(Session session) throws Exception {
    DesiredMembers desired = source.read(session);
    SourceDirectory directory = guards.directory(session, source.file());
    SyncRunBuilder builder =
        approval.of(sourceGuards.of(guards.builder(session, directory.checked())), session);
    if (options.isDryRun()) {
      return new SyncAccount(session).rehearse(builder.build().plan(source.mode(), desired));
    }
    if (approval.isGiven() || options.isAnswered()) {
      directory.take();
      return sync(session, builder, desired);
    }
    return confirmed(session, builder, directory, desired);
  }

  private int sync(Session session, SyncRunBuilder builder, DesiredMembers desired) {
    SyncAccount account = new SyncAccount(session);
    SyncRun run = account.of(builder).build();
    return account.account(() -> run.sync(source.mode(), desired), approval);
  }

  /**
   * What is confirmed at the terminal is this plan: where the groups change, nothing is removed.
   */
  private int confirmed(
      Session session, SyncRunBuilder builder, SourceDirectory directory, DesiredMembers desired)
      throws IOException, InterruptedException {
    SyncPlan plan = builder.build().plan(source.mode(), desired);
    options.confirm(SyncAccount.rows(plan.changes(), plan.names()), session.notices());
    directory.take();
    Path answer = Files.createTempFile("roster", ".approval");
    try {
      Approval.of(plan.changes().checksum(), "the person at the terminal").write(answer);
      return sync(session, builder.approval(answer), desired);
    } finally {
      Files.deleteIfExists(answer);
    }
  }
}
