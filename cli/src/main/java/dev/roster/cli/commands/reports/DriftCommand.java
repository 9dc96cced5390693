package dev.roster.cli.commands.reports;

import dev.roster.Membership;
import dev.roster.cli.configuration.UsageException;
import dev.roster.cli.exit.ExitCode;
import dev.roster.cli.output.Column;
import dev.roster.cli.output.Shape;
import dev.roster.cli.session.Session;
import dev.roster.cli.session.StoreCommand;
import dev.roster.cli.store.StoreNames;
import dev.roster.sync.Drift;
import dev.roster.sync.DriftEntry;
import dev.roster.sync.Snapshot;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Compares snapshots. */
@Command(
    name = "drift",
    description = {
      "Shows what changed since a snapshot, or between two.",
      "With who made a membership and when, where the service tells. Exit code 2 where something",
      "changed."
    },
    footer = {
      "",
      "Examples:",
      "  roster drift before.snapshot",
      "  roster drift monday.snapshot tuesday.snapshot --output csv"
    })
public final class DriftCommand extends StoreCommand {

  @Parameters(index = "0", paramLabel = "BEFORE", description = "what 'roster snapshot' wrote")
  private @Nullable Path before;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "AFTER",
      description = "another; default: the groups as they are now")
  private @Nullable Path after;

  /** A difference with the names of both. */
  private record Row(DriftEntry entry, @Nullable String group, @Nullable String user) {

    private Optional<Membership> membership() {
      return entry.after().or(entry::before);
    }
  }

  private static final Shape<Row> SHAPE =
      Shape.of(
          Column.shown("change", row -> row.entry.kind().name().toLowerCase(Locale.ROOT)),
          Column.shown("group_name", Row::group),
          Column.hidden("group_id", row -> row.entry.groupId().value()),
          Column.shown("user_name", Row::user),
          Column.shown(
              "user_id", row -> row.membership().map(it -> it.memberId().value()).orElse(null)),
          Column.shown(
              "created_at", row -> row.entry.after().flatMap(Membership::createdAt).orElse(null)),
          Column.hidden(
              "created_by", row -> row.entry.after().flatMap(Membership::createdBy).orElse(null)));

  @Override
  protected int run(Session session) {
    Drift drift = drift(session);
    readNames(session.names(), drift);
    session.account(SHAPE, drift.entries().stream().map(each -> row(session, each)).toList());
    return drift.isEmpty() ? ExitCode.DONE : ExitCode.CHANGES_DUE;
  }

  private static void readNames(StoreNames names, Drift drift) {
    names.readGroups(drift.entries().stream().map(DriftEntry::groupId).distinct().toList());
    names.readUsers(
        drift.entries().stream()
            .flatMap(entry -> entry.after().or(entry::before).stream())
            .map(Membership::memberId)
            .toList());
  }

  private static Row row(Session session, DriftEntry entry) {
    Membership membership = entry.after().or(entry::before).orElse(null);
    return new Row(
        entry,
        session.names().of(entry.groupId()),
        membership == null ? null : session.names().of(membership.memberId()));
  }

  private Drift drift(Session session) {
    Path earlier = Objects.requireNonNull(before, "required");
    try {
      Snapshot first = Snapshot.read(earlier);
      return after == null
          ? Drift.since(first, session.client())
          : Drift.between(first, Snapshot.read(after));
    } catch (IllegalArgumentException unusable) {
      throw new UsageException(String.valueOf(unusable.getMessage()));
    }
  }
}
