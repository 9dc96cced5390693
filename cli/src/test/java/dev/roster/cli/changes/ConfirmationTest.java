package dev.roster.cli.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.GroupId;
import dev.roster.UserId;
import dev.roster.cli.rows.ChangeRow;
import dev.roster.cli.rows.ChangeRow.Action;
import dev.roster.cli.rows.ChangeRow.Change;
import dev.roster.cli.terminal.Notices;
import dev.roster.cli.terminal.Surroundings;
import dev.roster.cli.terminal.Terminal;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The question shows what it is about. */
class ConfirmationTest {

  private static final Terminal SEEN = new Terminal(true, true, true, 100);

  private static ChangeRow row(Action action, int number, String group) {
    Change change = new Change(action, new GroupId("g"), new UserId("u" + number));
    return new ChangeRow(change, group, "user" + number, ChangeRow.PLANNED, null);
  }

  private static List<ChangeRow> rows(int additions, int removals) {
    List<ChangeRow> rows = new ArrayList<>();
    for (int number = 0; number < additions; number++) {
      rows.add(row(Action.ADD, number, "Engineers"));
    }
    for (int number = 0; number < removals; number++) {
      rows.add(row(Action.REMOVE, number, "Engineers"));
    }
    return rows;
  }

  private static String asked(List<ChangeRow> rows) throws Exception {
    ByteArrayOutputStream said = new ByteArrayOutputStream();
    byte[] yes = "y\n".getBytes(StandardCharsets.UTF_8);
    Surroundings surroundings =
        new Surroundings(
            Map.of(), new ByteArrayInputStream(yes), OutputStream.nullOutputStream(), said, SEEN);
    new ChangeOptions().confirm(rows, new Notices(surroundings, false));
    return said.toString(StandardCharsets.UTF_8);
  }

  @Test
  void removalsAreShownHoweverManyAdditionsThereAre() throws Exception {
    assertThat(asked(rows(30, 2)).lines())
        .containsExactly(
            "  remove user0 from Engineers",
            "  remove user1 from Engineers",
            "  and 30 additions",
            "Make 2 removals? [y/N] ");
  }

  @Test
  void theNumberOfRemovalsThatAreNotShownIsSaid() throws Exception {
    assertThat(asked(rows(1, 25)).lines())
        .hasSize(23)
        .contains("  remove user19 from Engineers", "  and 1 addition")
        .contains("  and 5 more removals; --dry-run shows all")
        .doesNotContain("  remove user20 from Engineers");
    assertThat(asked(rows(0, 21))).contains("and 1 more removal;").doesNotContain("addition");
  }

  @Test
  void aNameCannotMakeALineOfItsOwn() throws Exception {
    assertThat(asked(List.of(row(Action.REMOVE, 1, "Lab\n  and 0 additions"))).lines())
        .containsExactly(
            "  remove user1 from Lab\\u000a  and 0 additions", "Make 1 removal? [y/N] ");
  }
}
