package dev.roster.cli.commands.sync;

import dev.roster.RosterClient;
import dev.roster.cli.changes.ChangeOptions;
import dev.roster.cli.configuration.UsageException;
import dev.roster.cli.session.Session;
import dev.roster.cli.session.StoreCommand;
import dev.roster.reconcile.ReconcilePlan;
import dev.roster.sync.SyncPlan;
import dev.roster.sync.SyncRun;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Carries out a plan. */
@Command(
    name = "apply",
    description = {
      "Carries out a plan that was kept, less what is done already.",
      "It changes nothing that is not in the plan. FILE can also be what --output action-csv wrote."
    },
    footer = {
      "",
      "Examples:",
      "  roster apply changes.plan --dry-run",
      "  roster apply changes.plan --approval changes.approval",
      "  roster member list Temporary -o action-csv | sed 's/^add/remove/' > changes.csv",
      "  roster apply changes.csv"
    })
public final class ApplyCommand extends StoreCommand {

  @Parameters(paramLabel = "FILE", description = "what 'roster plan --out' wrote, or an action CSV")
  private @Nullable Path file;

  @Option(
      fallbackValue = "true",
      names = "--edited",
      description = "the plan was edited: its checksum is not its own")
  private boolean edited;

  @Mixin private GuardOptions guards = new GuardOptions();
  @Mixin private ApprovalOptions approval = new ApprovalOptions();
  @Mixin private ChangeOptions options = new ChangeOptions();

  @Override
  protected int run(Session session) throws Exception {
    ReconcilePlan reviewed = plan(session);
    refuseOtherStore(session, reviewed);
    SyncAccount account = new SyncAccount(session);
    SyncRun run = account.of(approval.of(guards.builder(session), session)).build();
    if (options.isDryRun()) {
      return account.rehearse(run.review(reviewed));
    }
    confirm(session, run, reviewed);
    return account.account(() -> run.apply(reviewed), approval);
  }

  private void confirm(Session session, SyncRun run, ReconcilePlan reviewed)
      throws IOException, InterruptedException {
    if (!approval.isGiven() && !options.isAnswered() && reviewed.removals() > 0) {
      SyncPlan rest = run.review(reviewed);
      options.confirm(SyncAccount.rows(rest.changes(), rest.names()), session.notices());
    }
  }

  private void refuseOtherStore(Session session, ReconcilePlan reviewed) {
    RosterClient client = session.client();
    if (!reviewed.provider().equals(client.provider())
        || !reviewed.identityStoreId().equals(client.identityStoreId())) {
      throw new UsageException(
          "%s is a plan of another store: of %s %s, but this is %s %s"
              .formatted(
                  file,
                  reviewed.provider(),
                  reviewed.identityStoreId(),
                  client.provider(),
                  client.identityStoreId()));
    }
  }

  private ReconcilePlan plan(Session session) {
    Path plan = Objects.requireNonNull(file, "required");
    String text = read(plan);
    try {
      return parse(session, text);
    } catch (IllegalArgumentException malformed) {
      throw unusable(plan, malformed);
    }
  }

  /** With the name that the library's method has here. */
  static UsageException unusable(Path plan, IllegalArgumentException malformed) {
    String why = String.valueOf(malformed.getMessage());
    return new UsageException(plan + ": " + why.replace("parseEdited", "apply --edited"));
  }

  private ReconcilePlan parse(Session session, String text) {
    if (ActionCsv.isOne(text)) {
      return ActionCsv.plan(session.client(), text);
    }
    return edited ? ReconcilePlan.parseEdited(text) : ReconcilePlan.parse(text);
  }

  static String read(Path file) {
    if (!Files.isReadable(file)) {
      throw new UsageException("there is no file %s that can be read".formatted(file));
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException garbled) {
      throw new UsageException("%s is no text in UTF-8".formatted(file));
    } catch (IOException failure) {
      throw new UncheckedIOException("%s cannot be read".formatted(file), failure);
    }
  }
}
