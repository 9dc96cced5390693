package dev.roster.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Operation;
import dev.roster.memory.Attributes;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Results that are not whole are not taken for whole, and what was done is told all the same. */
class IncompleteResultsTest {

  @TempDir private Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "group list",
        "user list",
        "member list Engineers",
        "member list Engineers --ids-only",
        "groups-of ada",
        "review",
        "review Engineers",
        "matrix --user ada --group Engineers",
        "member check Engineers ada",
        "user find ada",
        "group find Engineers",
        "drift before"
      })
  void aListingThatFailsIsNoEmptyOne(String command) throws IOException {
    try (Cloud cloud = Cloud.of("aws")) {
      String before = directory.resolve("before").toString();
      assertThat(cloud.run("snapshot", before).exitCode()).isZero();
      cloud.store().faults().onAnyOperation().always(Fault.of(FaultKind.ACCESS_DENIED));
      for (String format : List.of("json", "csv", "table")) {
        String[] words = (command + " -o " + format).replace("before", before).split(" ");
        Run failed = cloud.run(words);
        assertThat(failed.exitCode()).as(failed.all()).isOne();
        assertThat(failed.out()).isEmpty();
      }
    }
  }

  @Test
  void aListingThatFailsInItsMiddleIsNoWholeArray() {
    try (Cloud cloud = Cloud.of("aws")) {
      for (int each = 0; each < 120; each++) {
        cloud.store().groups().create(Attributes.none().with("displayName", "group " + each));
      }
      cloud.store().faults().on(Operation.LIST_GROUPS).call(2, Fault.of(FaultKind.ACCESS_DENIED));
      Run json = cloud.run("group", "list", "-o", "json");
      assertThat(json.exitCode()).isOne();
      assertThat(json.out()).startsWith("[\n{").endsWith("}\n").doesNotContain("]");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"user create lin --given-name Lin --family-name T", "group create New"})
  void aFormatThatThereIsNotIsRefusedBeforeAnythingIsCreated(String command) {
    try (Cloud cloud = Cloud.of("aws")) {
      Run run = cloud.run((command + " -o action-csv").split(" "));
      assertThat(run.exitCode()).isEqualTo(64);
      assertThat(run.err()).contains("no --output action-csv");
      assertThat(cloud.store().users().count()).isEqualTo(5);
      assertThat(cloud.store().groups().count()).isEqualTo(3);
    }
  }

  @Test
  void whatWasDoneIsSaidWhereItsResultsCannotBeWritten() throws IOException {
    String source = directory.resolve("members.csv").toString();
    Files.writeString(Path.of(source), "group,user\nEngineers,grace\n");
    String state = directory.resolve("state").toString();
    try (Cloud cloud = Cloud.of("aws")) {
      Run.Shell full = cloud.shell().ontoAFullDisk();
      Run sync = full.run("sync", source, "--state", state);
      assertThat(sync.exitCode()).isOne();
      assertThat(sync.err()).contains("DONE: 1 added").contains("No space left");
      Run added = full.run("member", "add", "Engineers", "margaret");
      assertThat(added.exitCode()).isOne();
      assertThat(added.err()).contains("1 of 1 done").contains("No space left");
      Run created = full.run("group", "create", "New");
      assertThat(created.exitCode()).isOne();
      assertThat(created.err()).contains(cloud.group("New").value()).contains("No space left");
    }
  }

  @Test
  void aReaderThatIsGoneDoesNotHideADrift() {
    try (Cloud cloud = Cloud.of("aws")) {
      String before = directory.resolve("before").toString();
      cloud.run("snapshot", before);
      cloud.run("member", "add", "Admins", "ada");
      assertThat(cloud.shell().withoutReader().run("drift", before).exitCode()).isEqualTo(2);
    }
  }
}
