package dev.roster.examples;

import dev.roster.Membership;
import dev.roster.directory.KnownNames;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * CSV for programs, quoted as RFC 4180 says.
 *
 * @param out where it goes
 * @param named whether each row ends with the names of the group and the member
 */
record CsvReport(PrintStream out, boolean named) implements AccessReport {

  /** A spreadsheet takes a cell that begins so for a formula, whoever chose the name. */
  private static final String FORMULA_STARTS = "=+-@\t\r";

  @Override
  public void begin() {
    List<String> cells =
        new ArrayList<>(List.of("cloud", "store", "group", "member", "membership", "created_at"));
    if (named) {
      cells.addAll(List.of("group_name", "member_name"));
    }
    line(cells);
  }

  @Override
  public void row(String provider, Membership membership, KnownNames names) {
    List<String> cells = new ArrayList<>(List.of(provider));
    cells.addAll(cells(membership));
    if (named) {
      cells.add(noFormula(names.of(membership.groupId()).orElse("")));
      cells.add(noFormula(names.of(membership.memberId()).orElse("")));
    }
    line(cells);
  }

  private static List<String> cells(Membership membership) {
    return List.of(
        membership.identityStoreId().value(),
        membership.groupId().value(),
        membership.memberId().value(),
        membership.membershipId().value(),
        membership.createdAt().map(Object::toString).orElse(""));
  }

  private void line(List<String> cells) {
    out.print(cells.stream().map(CsvReport::quoted).collect(Collectors.joining(",")));
    out.print("\r\n");
  }

  private static String noFormula(String name) {
    boolean isFormula = !name.isEmpty() && FORMULA_STARTS.indexOf(name.charAt(0)) >= 0;
    return isFormula ? "'" + name : name;
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
