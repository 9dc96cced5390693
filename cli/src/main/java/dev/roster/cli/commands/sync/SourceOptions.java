package dev.roster.cli.commands.sync;

import dev.roster.cli.configuration.UsageException;
import dev.roster.cli.configuration.VariableDefaults;
import dev.roster.cli.session.Session;
import dev.roster.reconcile.DesiredMembers;
import dev.roster.reconcile.ReconcileMode;
import dev.roster.sync.CsvSource;
import dev.roster.sync.JsonLinesSource;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The file that says who is to be where. */
final class SourceOptions {

  @Parameters(
      paramLabel = "FILE",
      description = {
        "who is to be in which group: CSV with the columns group or group_id, and user, user_id or",
        "email; or JSON lines with such fields where its name ends in .jsonl"
      })
  private @Nullable Path file;

  @Option(
      fallbackValue = "true",
      names = "--exclusive",
      description = "also remove members that the file does not have; not before their time")
  private boolean exclusive;

  @Option(
      names = "--column",
      split = VariableDefaults.SPLIT,
      hideParamSyntax = true,
      paramLabel = "COLUMN=HEADER",
      description = "what the file calls a column, such as user=Login; may be given again")
  private Map<String, String> columns = new LinkedHashMap<>();

  @Option(names = "--separator", description = "the character between fields; default: a comma")
  private char separator = ',';

  @Option(
      fallbackValue = "true",
      names = "--ignore-other-columns",
      description = "the file has others, which say nothing")
  private boolean othersIgnored;

  @Option(
      fallbackValue = "true",
      names = "--no-final-line-end",
      description = "the file's last line has no end; one that was cut short is not noticed then")
  private boolean noFinalLineEnd;

  ReconcileMode mode() {
    return exclusive ? ReconcileMode.EXCLUSIVE : ReconcileMode.ADDITIVE;
  }

  Path file() {
    return Objects.requireNonNull(file, "required");
  }

  /** With a line for each row that is not as it should be, where that is wanted. */
  DesiredMembers read(Session session) {
    DesiredMembers desired = read();
    if (session.root().isVerbose()) {
      desired.complaints().forEach(row -> session.notices().say(desired.source() + ", " + row));
    }
    return desired;
  }

  private DesiredMembers read() {
    Path source = file();
    boolean lines = source.toString().toLowerCase(Locale.ROOT).endsWith(".jsonl");
    try {
      return lines ? lines(source).read() : csv(source).read();
    } catch (IllegalArgumentException malformed) {
      throw new UsageException(source + ": " + malformed.getMessage());
    }
  }

  private JsonLinesSource lines(Path source) {
    JsonLinesSource lines = JsonLinesSource.of(source);
    return othersIgnored ? lines.ignoringOtherFields() : lines;
  }

  private CsvSource csv(Path source) {
    CsvSource csv = CsvSource.of(source).withSeparator(separator);
    for (Map.Entry<String, String> column : columns.entrySet()) {
      csv = csv.withHeader(column.getKey(), column.getValue());
    }
    csv = othersIgnored ? csv.ignoringOtherColumns() : csv;
    return noFinalLineEnd ? csv.withoutFinalLineEnd() : csv;
  }
}
