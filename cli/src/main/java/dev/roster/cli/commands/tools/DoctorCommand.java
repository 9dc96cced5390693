package dev.roster.cli.commands.tools;

import dev.roster.CheckArea;
import dev.roster.CheckFinding;
import dev.roster.CheckReport;
import dev.roster.CheckStatus;
import dev.roster.RosterClient;
import dev.roster.cli.configuration.StoreAddress;
import dev.roster.cli.configuration.UsageException;
import dev.roster.cli.exit.ExitCode;
import dev.roster.cli.output.Column;
import dev.roster.cli.output.Results;
import dev.roster.cli.output.Shape;
import dev.roster.cli.session.RosterCommand;
import dev.roster.cli.session.Session;
import dev.roster.cli.session.StoreCommand;
import dev.roster.cli.terminal.Notices;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Finds out why nothing works. */
@Command(
    name = "doctor",
    description = {
      "Finds out what is wrong, and says what to do.",
      "It checks configuration, credentials, clock, network and permission with one look-up that",
      "changes nothing. Exit code 1 where it finds a problem."
    },
    footer = {"", "Example:", "  roster doctor --profile production"})
public final class DoctorCommand implements Callable<Integer> {

  private static final Shape<CheckFinding> SHAPE =
      Shape.of(
          Column.shown("area", finding -> word(finding.area())),
          Column.shown("status", finding -> word(finding.status())),
          Column.shown("finding", CheckFinding::words),
          Column.shown("advice", CheckFinding::advice));

  @Spec private @Nullable CommandSpec spec;

  @Override
  public Integer call() {
    RosterCommand root = StoreCommand.root(Objects.requireNonNull(spec, "picocli sets it"));
    Results results = Session.results(root);
    try {
      return check(root, results);
    } catch (UsageException unusable) {
      write(results, List.of(unusable(unusable)));
      return ExitCode.ERROR;
    }
  }

  private static int check(RosterCommand root, Results results) {
    Notices notices = Session.notices(root);
    StoreAddress address = root.address();
    try (RosterClient client = root.settings().open(address, notices)) {
      notices.say("%s, by %s".formatted(client, address.origin()));
      return report(results, client.check());
    }
  }

  private static CheckFinding unusable(UsageException why) {
    return CheckFinding.of(
        CheckArea.CONFIGURATION,
        CheckStatus.PROBLEM,
        String.valueOf(why.getMessage()),
        "Correct it, then run this again");
  }

  private static int report(Results results, CheckReport report) {
    write(results, report.findings());
    return report.isOk() ? ExitCode.DONE : ExitCode.ERROR;
  }

  /** Sentences do not fit into the columns of a table. */
  private static void write(Results results, List<CheckFinding> findings) {
    if (!results.isTable()) {
      results.all(SHAPE, findings);
      return;
    }
    for (CheckFinding finding : findings) {
      write(results, finding);
    }
  }

  private static void write(Results results, CheckFinding finding) {
    results.line("%-14s %s".formatted(word(finding.area()), word(finding.status())));
    results.line("    " + finding.words());
    if (finding.status() != CheckStatus.OK) {
      results.line("    " + finding.advice());
    }
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
