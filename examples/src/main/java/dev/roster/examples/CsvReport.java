package dev.roster.examples;

import dev.roster.Membership;
import java.io.PrintStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** CSV for programs, quoted as RFC 4180 says. */
record CsvReport(PrintStream out) implements AccessReport {

  @Override
  public void begin() {
    line("cloud", "store", "group", "member", "membership", "created_at");
  }

  @Override
  public void row(String provider, Membership membership) {
    line(
        provider,
        membership.identityStoreId().value(),
        membership.groupId().value(),
        membership.memberId().value(),
        membership.membershipId().value(),
        membership.createdAt().map(Object::toString).orElse(""));
  }

  private void line(String... cells) {
    out.print(Stream.of(cells).map(CsvReport::quoted).collect(Collectors.joining(",")));
    out.print("\r\n");
  }

  private static String quoted(String cell) {
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"' || c == '\r' || c == '\n');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }
}
