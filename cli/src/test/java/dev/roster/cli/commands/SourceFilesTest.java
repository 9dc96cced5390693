package dev.roster.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Operation;
import dev.roster.cli.terminal.StopRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that are not what they should be: what is said, and that nothing goes by them. */
class SourceFilesTest {

  private static final String ADMINS = "fa4e0002-0000-4000-8000-000000000001";
  private static final String ADA = "fa4e0003-0000-4000-8000-000000000001";

  @TempDir private Path directory;

  private String file(String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.ISO_8859_1);
    return Files.write(directory.resolve(name), bytes).toString();
  }

  private Run run(Cloud cloud, String... arguments) {
    return shell(cloud).run(arguments);
  }

  private Run.Shell shell(Cloud cloud) {
    return cloud.shell().with("ROSTER_STATE", directory.resolve("state").toString());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Engineers,stranger\n", "Engineers\n", "Strangers,ada\n", "Engineers,ada"})
  void rowsThatAreLeftOutAreSaidAndAreNoSuccess(String rows) throws IOException {
    String source = file("members.csv", "group,user\nEngineers,grace\n" + rows);
    try (Cloud cloud = Cloud.of("aws")) {
      Run sync = run(cloud, "sync", source);
      assertThat(sync.exitCode()).as(sync.all()).isEqualTo(4);
      assertThat(sync.err()).contains("members.csv").contains("left out");
      assertThat(sync.out()).contains("created");
      Run plan = run(cloud, "plan", source);
      assertThat(plan.exitCode()).as(plan.all()).isEqualTo(4);
      assertThat(plan.err()).contains("left out");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "plan"})
  void eachRowThatIsNotAsItShouldBeHasALine(String command) throws IOException {
    String rows = "group,user\nEngineers\n,ada\nEngineers,ada\nEngineers,ada\n";
    try (Cloud cloud = Cloud.of("aws")) {
      Run run = run(cloud, command, file("members.csv", rows), "-v");
      assertThat(run.err())
          .contains("members.csv, line 2: it has 1 fields")
          .contains("members.csv, line 3: it names no group")
          .contains("members.csv, line 5: it has the member and the group of an earlier row");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"sync", "plan", "apply", "drift", "approve"})
  void aFileThatIsNotThereIsNamedWithTheReason(String command) throws IOException {
    try (Cloud cloud = Cloud.of("aws")) {
      for (String name : new String[] {"none.csv", "."}) {
        Path file = directory.resolve(name);
        String[] approve = {command, "" + file, "--approval", "" + directory, "--by", "x"};
        Run run = command.equals("approve") ? run(cloud, approve) : run(cloud, command, "" + file);
        assertThat(run.exitCode()).as(run.all()).isIn(1, 64);
        assertThat(run.err())
            .contains(file.toString())
            .containsAnyOf("NoSuchFile", "there is no file", "Is a directory")
            .doesNotContain("internal error");
      }
    }
  }

  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '`',
      nullValues = "",
      value = {
        "`action,group_id,user_id|remove,G`, cut in the middle",
        "`action,group_id,user_id|remove,G,U`, cut in the middle",
        "`action,group_id,user_id|remove,G,U,x|`, line 2: it has 4 fields",
        "`action,group_id,user_id|remove,G|`, line 2: it has 2 fields",
        "`action,group_id,group_id,user_id|remove,G,G,U|`, a column is there twice",
        "`action;group_id;user_id|remove;G;U|`, line 1: there is no column action",
        "`\"action\",\"group\"|\"remove\",\"Admins\"|`, line 1: there is no column group_id",
        "`action,group_id,user_id|remove,\"G\"x,U|`, is no CSV",
        "`action,group_id,user_id|add,G,U|remove,G,U|`, lines 2 and 3",
        "`action,group_id,user_id|remove,G,caf\u00e9|`, UTF-8",
      })
  void anActionCsvThatIsNotWholeIsNotCarriedOut(String text, String said) throws IOException {
    String file = file("a.csv", text.replace("|", "\n").replace("G", ADMINS).replace("U", ADA));
    try (Cloud cloud = Cloud.of("aws")) {
      Run run = run(cloud, "apply", file, "--yes");
      assertThat(run.exitCode()).as(run.all()).isEqualTo(64);
      assertThat(run.err()).contains("a.csv").contains(said).doesNotContain("internal error");
      assertThat(cloud.emulator().requestCount(Operation.LIST_MEMBERSHIPS)).isZero();
    }
  }

  @Test
  void anActionCsvOfASpreadsheetIsRead() throws IOException {
    String header = "\"action\",\"group_name\",\"group_id\",\"user_id\"\r\n";
    String row = "\"add\",\"Admins\",\"%s\",\"%s\"\r\n".formatted(ADMINS, ADA);
    Path file = directory.resolve("a.csv");
    Files.write(file, ("\uFEFF" + header + row).getBytes(StandardCharsets.UTF_8));
    try (Cloud cloud = Cloud.of("aws")) {
      Run run = run(cloud, "apply", file.toString());
      assertThat(run.exitCode()).as(run.all()).isZero();
      assertThat(cloud.store().membershipCount()).isEqualTo(7);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sync members.csv",
        "sync members.csv --yes",
        "plan members.csv",
        "apply plan",
        "apply plan --yes",
        "snapshot new",
        "drift snapshot"
      })
  void whoIsStoppedBeforeAFileIsReadHasBeenInterrupted(String command) throws IOException {
    String source = file("members.csv", "group,user\nEngineers,grace\n");
    try (Cloud cloud = Cloud.of("aws")) {
      run(cloud, "snapshot", directory.resolve("snapshot").toString());
      run(cloud, "plan", source, "--out", directory.resolve("plan").toString());
      String[] words = command.split(" ");
      words[1] = directory.resolve(words[1]).toString();
      Run run = shell(cloud).stoppedBy(SourceFilesTest::terminated).run(words);
      assertThat(Thread.interrupted()).isTrue();
      assertThat(run.exitCode()).as(run.all()).isEqualTo(143);
      assertThat(run.err()).doesNotContain("ClosedByInterrupt");
      assertThat(cloud.emulator().requestCount(Operation.CREATE_MEMBERSHIP)).isZero();
    }
  }

  private static StopRequest terminated(StopRequest request) {
    request.signalled(15);
    return request;
  }
}
