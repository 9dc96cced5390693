package dev.roster.cli.commands.reports;

import dev.roster.GroupId;
import dev.roster.MemberId;
import dev.roster.UserId;
import dev.roster.cli.configuration.VariableDefaults;
import dev.roster.cli.exit.ExitCode;
import dev.roster.cli.output.Column;
import dev.roster.cli.output.Results;
import dev.roster.cli.output.Shape;
import dev.roster.cli.rows.AccessRow;
import dev.roster.cli.session.Session;
import dev.roster.cli.session.StoreCommand;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows who is where. */
@Command(
    name = "matrix",
    description = {
      "Shows which users are in which groups.",
      "It takes the fewest calls. JSON and CSV have one line for each pair."
    },
    footer = {"", "Example:", "  roster matrix --user ada --user grace --group Engineers Admins"})
public final class MatrixCommand extends StoreCommand {

  @Option(
      names = "--user",
      paramLabel = "USER...",
      split = VariableDefaults.SPLIT,
      hideParamSyntax = true,
      arity = "1..*",
      required = true,
      description = "user names, e-mail addresses or ids")
  private List<String> users = List.of();

  @Option(
      names = "--group",
      paramLabel = "GROUP...",
      split = VariableDefaults.SPLIT,
      hideParamSyntax = true,
      arity = "1..*",
      required = true,
      description = "names or ids")
  private List<String> groups = List.of();

  @Override
  protected int run(Session session) {
    Collection<GroupId> columns = session.names().groups(groups).values();
    Collection<UserId> rows = session.names().users(users).values();
    write(session.results(), AccessRow.of(session, rows, columns));
    return ExitCode.DONE;
  }

  private static void write(Results results, List<AccessRow> access) {
    if (results.isTable()) {
      List<List<AccessRow>> lines = List.copyOf(lines(access).values());
      results.all(table(lines.get(0)), lines);
    } else {
      results.all(AccessRow.SHAPE, access);
    }
  }

  private static Map<MemberId, List<AccessRow>> lines(List<AccessRow> access) {
    Map<MemberId, List<AccessRow>> lines = new LinkedHashMap<>();
    access.forEach(row -> lines.computeIfAbsent(row.member(), first -> new ArrayList<>()).add(row));
    return lines;
  }

  private static Shape<List<AccessRow>> table(List<AccessRow> first) {
    List<Column<List<AccessRow>>> columns = new ArrayList<>();
    columns.add(Column.shown("user", line -> label(line.get(0).userName(), line.get(0).member())));
    for (int group = 0; group < first.size(); group++) {
      columns.add(column(first.get(group), group));
    }
    return new Shape<>(columns, List.of());
  }

  private static Column<List<AccessRow>> column(AccessRow heading, int place) {
    String name = heading.groupName();
    return new Column<>(
        "member",
        name == null ? heading.group().value() : name,
        line -> line.get(place).isMember() ? "yes" : "-",
        true);
  }

  private static String label(@Nullable String name, MemberId member) {
    return name == null ? member.value() : name;
  }
}
