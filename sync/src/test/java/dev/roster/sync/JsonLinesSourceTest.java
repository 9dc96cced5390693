package dev.roster.sync;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.reconcile.DesiredMembers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** JSON lines are read as strictly as CSV. */
class JsonLinesSourceTest {

  @TempDir Path directory;

  private JsonLinesSource source(String text) throws IOException {
    return JsonLinesSource.of(Files.writeString(directory.resolve("people.jsonl"), text));
  }

  @Test
  void membersAreReadByNameIdAndAddress() throws IOException {
    DesiredMembers desired =
        source(
                """
                \uFEFF{"group":"dev","user":"ada"}

                {"group_id":"g-1","email":"grace@example.com"}
                {"group":"ops","user_id":"u-1","user":null}
                {"group":"empty","group_id":"g-2"}
                """)
            .read();
    assertThat(desired.isComplete()).isTrue();
    assertThat(desired.size()).isEqualTo(3);
    assertThat(desired.groupCount()).isEqualTo(4);
  }

  @Test
  void anObjectWithoutAUserCannotBeReadWhereItsGroupHasMembers() throws IOException {
    DesiredMembers desired =
        source(
                """
                {"group":"dev"}
                {"group":"dev","user":"ada"}
                {"group":"empty","user":null}
                """)
            .read();
    assertThat(desired.isComplete()).isFalse();
    assertThat(desired.complaints())
        .containsExactly(
            "line 1: it names no user, and its group has members in other rows; the first is line"
                + " 2");
  }

  @Test
  void eachLineThatCannotBeReadIsComplainedAbout() throws IOException {
    String text =
        """
        {"group":"dev","user":"ada","department":"x"}
        {"group":"dev","group":"ops","user":"ada"}
        {"group":"dev","user":7}
        ["dev","ada"]
        {"user":"ada"}
        {"group":"dev","us
        """;
    assertThat(source(text).read().complaints())
        .containsExactly(
            "line 1: it has a field that is not known; fields are [group, group_id, user, user_id,"
                + " email]",
            "line 2: it is no JSON object",
            "line 3: field 'user' is no text",
            "line 4: it is no JSON object",
            "line 5: it names no group",
            "line 6: it is no JSON object");
    assertThat(source(text).ignoringOtherFields().read().complaints()).hasSize(5);
  }

  @Test
  void aFileThatWasCutIsNotComplete() throws IOException {
    assertThat(source("{\"group\":\"dev\",\"user\":\"ada\"}").read().isComplete()).isFalse();
  }
}
