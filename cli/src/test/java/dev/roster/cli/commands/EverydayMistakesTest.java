package dev.roster.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Operation;
import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes wrong on any day is said in plain words, and with the exit code that it has. */
class EverydayMistakesTest {

  @TempDir private Path directory;
  private String source = "";

  /** Edsger leaves Engineers, Grace joins. */
  @BeforeEach
  void source() throws IOException {
    source = file("members.csv", "group,user\nEngineers,ada\nEngineers,alan\nEngineers,grace\n");
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(directory.resolve(name), text).toString();
  }

  private String path(String name) {
    return directory.resolve(name).toString();
  }

  private Run.Shell shell(Cloud cloud) {
    return cloud.shell().with("ROSTER_STATE", path("state")).with("ROSTER_QUARANTINE", "0");
  }

  @Test
  void aReaderThatIsGoneDoesNotMakeARefusalASuccess() {
    try (Cloud cloud = Cloud.of("aws")) {
      Run refused = shell(cloud).withoutReader().run("sync", source, "--exclusive", "--yes");
      assertThat(refused.exitCode()).as(refused.err()).isEqualTo(3);
      assertThat(refused.err()).contains("state-missing");
      Run due = shell(cloud).withoutReader().run("plan", source, "--exclusive");
      assertThat(due.exitCode()).as(due.err()).isEqualTo(2);
      assertThat(cloud.shell().withoutReader().run("group", "list").exitCode()).isZero();
    }
  }

  @Test
  void aReaderThatIsGoneDoesNotMakeAPartASuccess() {
    try (Cloud cloud = Cloud.of("aws")) {
      cloud
          .store()
          .faults()
          .on(Operation.CREATE_MEMBERSHIP)
          .next(Fault.of(FaultKind.QUOTA_EXCEEDED));
      Run partly =
          cloud.shell().withoutReader().run("member", "add", "Engineers", "grace", "margaret");
      assertThat(partly.exitCode()).isEqualTo(4);
      assertThat(partly.err()).contains("1 of 2 done");
    }
  }

  @Test
  void aSyncThatFailsInPartSaysWhyInEveryFormat() throws IOException {
    String four = "group,user\nAdmins,ada\nAdmins,alan\nAdmins,edsger\nAdmins,margaret\n";
    String wanted = file("four.csv", four);
    for (String format : List.of("table", "json")) {
      try (Cloud cloud = Cloud.of("aws")) {
        cloud
            .store()
            .faults()
            .on(Operation.CREATE_MEMBERSHIP)
            .times(4, Fault.of(FaultKind.QUOTA_EXCEEDED));
        Run partly = shell(cloud).run("sync", wanted, "-o", format);
        assertThat(partly.exitCode()).as(partly.all()).isEqualTo(4);
        assertThat(partly.err())
            .contains("4 failed")
            .containsPattern("  add \\w+ to Admins: .*QUOTA_EXCEEDED");
        assertThat(partly.err().lines().filter(line -> line.contains("QUOTA"))).hasSize(3);
      }
    }
  }

  @Test
  void aPlanOfAnotherStoreIsWrongUsage() {
    try (Cloud aws = Cloud.of("aws");
        Cloud huawei = Cloud.of("huawei")) {
      shell(aws).run("plan", source, "--exclusive", "--out", path("changes.plan"));
      for (String how : new String[] {"--yes", "--dry-run"}) {
        Run run = shell(huawei).run("apply", path("changes.plan"), how);
        assertThat(run.exitCode()).as(run.all()).isEqualTo(64);
        assertThat(run.err()).contains("a plan of another store").doesNotContain("internal error");
      }
    }
  }

  @Test
  void anApprovalThatIsNoneIsWrongUsageAndChangesNothing() throws IOException {
    try (Cloud cloud = Cloud.of("aws")) {
      String approval = file("changes.approval", "yes\n");
      shell(cloud).run("plan", source, "--exclusive", "--out", path("changes.plan"));
      for (String[] command : new String[][] {{"apply", path("changes.plan")}, {"sync", source}}) {
        Run run = shell(cloud).run(command[0], command[1], "--approval", approval);
        assertThat(run.exitCode()).as(run.all()).isEqualTo(64);
        assertThat(run.err()).contains("--approval " + approval).doesNotContain("internal error");
      }
      assertThat(cloud.store().membershipCount()).isEqualTo(6);
    }
  }

  @Test
  void aFileThatCannotBeUsedIsAnErrorWithItsReason() {
    try (Cloud cloud = Cloud.of("aws")) {
      Run state = cloud.run("sync", source, "--yes", "--state", source + "/below");
      assertThat(state.exitCode()).isEqualTo(1);
      assertThat(state.err()).contains("run.lock cannot be used: ").contains("members.csv");
      Run out = cloud.run("plan", source, "--out", source + "/below");
      assertThat(out.exitCode()).isEqualTo(1);
      assertThat(out.err()).contains("below cannot be written: ");
      assertThat(state.err() + out.err()).doesNotContain("internal error");
    }
  }

  @Test
  void aTimeThatIsNoneIsWrongUsage() {
    try (Cloud cloud = Cloud.of("aws")) {
      Run run = cloud.run("plan", source, "--quarantine", "soon");
      assertThat(run.exitCode()).isEqualTo(64);
      assertThat(run.err()).contains("--quarantine must be a time");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apply --quarantine 1h",
        "apply --max-shrinkage 0.5",
        "plan --approval x",
        "plan --by x"
      })
  void anOptionThatWouldDoNothingIsNotAccepted(String written) {
    String[] words = written.split(" ", 3);
    try (Cloud cloud = Cloud.of("aws")) {
      Run run = cloud.run(words[0], source, words[1], words[2]);
      assertThat(run.exitCode()).isEqualTo(64);
      assertThat(run.err()).contains("Unknown option").contains(words[1]);
    }
  }

  @Test
  void aSyncThatNeedsAnApprovalSaysTheCommandThatGivesIt() {
    try (Cloud cloud = Cloud.of("aws")) {
      String[] sync = {"sync", source, "--exclusive", "--approval", path("approval")};
      shell(cloud).run(sync);
      Run asking = shell(cloud).run(sync);
      assertThat(asking.exitCode()).as(asking.all()).isEqualTo(3);
      String said =
          asking.err().lines().filter(line -> line.contains("roster approve")).findFirst().get();
      assertThat(said).endsWith("--approval " + path("approval") + " --by \"$USER\"");
      String[] words = said.strip().replace("\"$USER\"", "Grace").split(" ", -1);
      Run approve = cloud.run(Arrays.copyOfRange(words, 1, words.length));
      assertThat(approve.exitCode()).as(approve.all()).isZero();
      Run done = shell(cloud).run(sync);
      assertThat(done.exitCode()).as(done.all()).isZero();
      assertThat(cloud.emulator().requestCount(Operation.DELETE_MEMBERSHIP)).isOne();
    }
  }

  @Test
  void theCommandOfAnApprovalCanBeCopiedWhateverItsFileIsCalled() {
    try (Cloud cloud = Cloud.of("aws")) {
      String file = path("Ada's approval");
      String[] sync = {"sync", source, "--exclusive", "--approval", file};
      shell(cloud).run(sync);
      assertThat(shell(cloud).run(sync).err())
          .contains("--approval '" + file.replace("'", "'\\''") + "' --by");
    }
  }

  @Test
  void anotherSourceOfTheSameNameIsRefusedAndBothAreNamed() throws IOException {
    Path elsewhere = Files.createDirectories(directory.resolve("elsewhere"));
    String other =
        Files.writeString(elsewhere.resolve("members.csv"), "group,user\nAdmins,grace\n")
            .toString();
    try (Cloud cloud = Cloud.of("aws")) {
      Run.Shell shell = cloud.shell();
      assertThat(shell.run("plan", source).exitCode()).isEqualTo(2);
      assertThat(shell.run("sync", source, "--yes").exitCode()).isZero();
      for (String command : List.of("sync", "plan")) {
        Run refused = shell.run(command, other);
        assertThat(refused.exitCode()).as(refused.all()).isEqualTo(64);
        assertThat(refused.err()).contains(source).contains(other).contains("--state");
      }
      Run own = shell.run("sync", other, "--state", path("own state"), "--yes");
      assertThat(own.exitCode()).as(own.all()).isZero();
      assertThat(shell.run("sync", source, "--yes").exitCode()).isZero();
    }
  }

  @Test
  void eachSourceHasADirectoryOfItsOwn() throws IOException {
    try (Cloud cloud = Cloud.of("aws")) {
      String other = file("other team.csv", "group,user\nAdmins,grace\n");
      Run.Shell shell = cloud.shell().with("XDG_STATE_HOME", path("states"));
      shell.run("sync", source, "--exclusive", "--yes");
      shell.run("sync", other, "--exclusive", "--yes");
      shell.run("plan", source, "--out", path("changes.plan"));
      Run applied = shell.run("apply", path("changes.plan"), "--yes");
      assertThat(applied.exitCode()).as(applied.all()).isZero();
      Path store = directory.resolve("states/roster/aws-d-1234567890");
      assertThat(store.resolve("members.csv/state.jsonl")).exists();
      assertThat(store.resolve("other_team.csv/state.jsonl")).exists();
      assertThat(store.resolve("audit.jsonl")).exists();
      try (Stream<Path> files = Files.list(store)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .containsExactlyInAnyOrder("members.csv", "other_team.csv", "audit.jsonl", "run.lock");
      }
    }
  }
}
