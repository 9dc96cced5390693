package dev.roster.cli.commands;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roster.GroupId;
import dev.roster.Operation;
import dev.roster.UserId;
import dev.roster.bulk.BulkMemberships;
import dev.roster.memory.Attributes;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as administrators start it. */
class ProcessIT {

  private static final int CHANGES = 1_000;

  @BeforeAll
  static void thereIsADistribution() {
    assumeTrue(Files.isExecutable(ProcessRun.SCRIPT), "built by 'mvn package'");
  }

  private static ProcessRun shell(Cloud cloud, String script) {
    return ProcessRun.start(
        cloud,
        Map.of("roster", ProcessRun.SCRIPT.toString()),
        List.of("bash", "-o", "pipefail", "-c", script));
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "huawei"})
  void theScriptStartsItOverBothClouds(String name, @TempDir Path directory) throws Exception {
    Path link = directory.resolve("roster");
    Files.createSymbolicLink(link, ProcessRun.SCRIPT);
    try (Cloud cloud = Cloud.of(name)) {
      Run run =
          ProcessRun.start(cloud, Map.of(), List.of(link.toString(), "member", "list", "Engineers"))
              .end();
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out()).contains("ada").contains("edsger");
      assertThat(run.err()).isEmpty();
      assertThat(ProcessRun.start(cloud, "offboard", "alan").end().exitCode()).isEqualTo(3);
    }
  }

  @Test
  void anEarlyEndOfThePipeIsNoError() throws Exception {
    try (Cloud cloud = Cloud.of("aws")) {
      fill(cloud, "Crowd", 3_000).forEach(user -> join(cloud, "Crowd", user));
      Run run = shell(cloud, "\"$roster\" member list Crowd --ids-only | head -1").end();
      assertThat(run.exitCode()).as(run.err()).isZero();
      assertThat(run.out().lines()).hasSize(1);
      assertThat(run.err()).isEmpty();
    }
  }

  @Test
  void aFullDiskIsAnError() throws Exception {
    assumeTrue(Files.exists(Path.of("/dev/full")), "there is a /dev/full");
    try (Cloud cloud = Cloud.of("aws")) {
      Run run = shell(cloud, "\"$roster\" group list > /dev/full").end();
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("the results cannot be written");
    }
  }

  @Test
  void ctrlCStopsAndSaysWhatWasDone() throws Exception {
    try (Cloud cloud = Cloud.throttled("aws", 300, 60)) {
      List<UserId> users = fill(cloud, "Crowd", CHANGES);
      ProcessRun process = ProcessRun.start(cloud, addition(users, "-o", "csv"));
      waitForChanges(cloud, process);
      process.signal("INT");
      Run run = process.end();
      assertThat(run.exitCode()).as(run.err()).isEqualTo(130);
      long created = run.out().lines().filter(line -> line.contains(",created,")).count();
      long unknown = run.out().lines().filter(line -> line.contains(",unknown,")).count();
      assertThat(run.out().lines()).hasSize(CHANGES + 1);
      assertThat(run.out()).contains(",not_begun,");
      assertThat((long) cloud.store().membershipCount() - 6).isBetween(created, created + unknown);
      assertThat(run.err()).contains("stopping").contains("interrupted");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "huawei"})
  void afterAKillTheSameCommandDoesTheRest(String name) throws Exception {
    try (Cloud cloud = Cloud.throttled(name, 300, 60)) {
      List<UserId> users = fill(cloud, "Crowd", CHANGES);
      ProcessRun process = ProcessRun.start(cloud, addition(users));
      waitForChanges(cloud, process);
      process.signal("KILL");
      assertThat(process.end().exitCode()).isEqualTo(137);
      int done = cloud.store().membershipCount() - 6;
      assertThat(done).isBetween(1, CHANGES - 1);
      Path store = cloud.states().resolve("roster/" + name + "-d-1234567890");
      assertThat(created(store))
          .as("one call of the group is under way")
          .isBetween(done - 1L, (long) done);
      Run again = ProcessRun.start(cloud, addition(users, "-o", "csv")).end();
      assertThat(again.exitCode()).isZero();
      assertThat(again.out().lines().filter(line -> line.contains("already_present")))
          .hasSize(done);
      assertThat(cloud.store().membershipCount() - 6).isEqualTo(CHANGES);
    }
  }

  @ParameterizedTest
  @CsvSource({"aws, INT", "huawei, KILL"})
  void theAuditOfASyncThatWasEndedAgreesWithTheStore(
      String name, String signal, @TempDir Path directory) throws Exception {
    try (Cloud cloud = Cloud.throttled(name, 300, 60)) {
      List<UserId> users = fill(cloud, "Crowd", CHANGES);
      Path source = directory.resolve("members.csv");
      String rows = users.stream().map(user -> "Crowd," + user.value() + "\n").collect(joining());
      Files.writeString(source, "group,user_id\n" + rows);
      Map<String, String> state = Map.of("ROSTER_STATE", directory.resolve("state").toString());
      List<String> sync =
          List.of(ProcessRun.SCRIPT.toString(), "sync", source.toString(), "--ids-only");
      ProcessRun process = ProcessRun.start(cloud, state, sync);
      waitForChanges(cloud, process);
      process.signal(signal);
      assertThat(process.end().exitCode()).isEqualTo(signal.equals("INT") ? 130 : 137);

      int made = cloud.store().membershipCount() - 6;
      assertThat(made).isBetween(1, CHANGES - 1);
      int underWay = BulkMemberships.DEFAULT_CONCURRENCY;
      assertThat(created(directory.resolve("state")))
          .isBetween((long) made - underWay, (long) made);

      Run rest = ProcessRun.start(cloud, state, sync).end();
      assertThat(rest.exitCode()).as(rest.err()).isZero();
      assertThat(cloud.store().membershipCount() - 6).isEqualTo(CHANGES);
      assertThat(created(directory.resolve("state")))
          .isBetween((long) CHANGES - underWay, (long) CHANGES);
    }
  }

  private static long created(Path state) throws Exception {
    return Files.readAllLines(state.resolve("audit.jsonl")).stream()
        .filter(line -> line.contains("\"outcome\":\"created\""))
        .count();
  }

  @Test
  void progressIsSeenOnATerminalAndNowhereElse() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "util-linux has 'script'");
    try (Cloud cloud = Cloud.of("aws")) {
      List<UserId> users = fill(cloud, "Crowd", 300);
      String command = "'" + ProcessRun.SCRIPT + "' " + String.join(" ", addition(users));
      Run seen =
          ProcessRun.start(
                  cloud,
                  Map.of("TERM", "xterm"),
                  List.of("script", "-qec", "stty cols 100; " + command, "/dev/null"))
              .end();
      assertThat(seen.exitCode()).as(seen.all()).isZero();
      assertThat(seen.out()).contains("\r\u001b[K").containsPattern("[0-9]+ (of 300|done)");
      assertThat(seen.out()).contains("\u001b[1m");
      assertThat(seen.out().lines().filter(line -> line.startsWith("add")))
          .allMatch(line -> line.length() <= 100);
      Run piped = ProcessRun.start(cloud, addition(users)).end();
      assertThat(piped.err()).isEmpty();
    }
  }

  @Test
  void aQuestionIsAskedOnATerminal() throws Exception {
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/script")), "util-linux has 'script'");
    try (Cloud cloud = Cloud.of("aws")) {
      String command =
          "echo y | script -qec \"'" + ProcessRun.SCRIPT + "' offboard alan\" /dev/null";
      Run run = shell(cloud, command).end();
      assertThat(run.out()).contains("Make 2 removals? [y/N]");
      assertThat(run.exitCode()).as(run.all()).isZero();
      assertThat(cloud.store().membershipCount()).isEqualTo(4);
    }
  }

  @Test
  void aReviewOfALargeStoreTakesTheFewestListingsAndLittleMemory() throws Exception {
    try (Cloud cloud = Cloud.of("aws")) {
      List<UserId> users = fill(cloud, "Group 0", 9_995);
      for (int number = 1; number < 997; number++) {
        fill(cloud, "Group " + number, 0);
      }
      for (int user = 0; user < users.size(); user++) {
        for (int time = 0; time < 5; time++) {
          join(cloud, "Group " + (user * 7 + time * 131) % 997, users.get(user));
        }
      }
      Run first = review(cloud);
      assertThat(first.exitCode()).as(first.err()).isZero();
      assertThat(first.out().lines()).hasSize(cloud.store().membershipCount() + 1);
      assertThat(cloud.emulator().requestCount(Operation.LIST_MEMBERSHIPS)).isEqualTo(1_000);
      assertThat(cloud.emulator().requestCount()).isEqualTo(1_000 + 10 + 100);
      assertThat(review(cloud).out()).isEqualTo(first.out());
    }
  }

  private static Run review(Cloud cloud) throws Exception {
    return ProcessRun.start(
            cloud,
            Map.of("ROSTER_JAVA_OPTIONS", "-Xmx64m"),
            List.of(ProcessRun.SCRIPT.toString(), "review", "-o", "csv"))
        .end();
  }

  @Test
  void theZipHoldsAProgramThatStartsWhateverTheArchiveIs(@TempDir Path directory) throws Exception {
    Path zip = ProcessRun.HOME.resolveSibling("roster.zip");
    try (ZipFile file = new ZipFile(zip.toFile())) {
      assertThat(file.getEntry("roster/bin/roster")).isNotNull();
      assertThat(file.stream()).noneMatch(entry -> entry.getName().endsWith(".jsa"));
    }
    assumeTrue(Files.isExecutable(Path.of("/usr/bin/unzip")), "there is an unzip");
    try (Cloud cloud = Cloud.of("aws")) {
      String unzipped =
          "unzip -q '%1$s' -d '%2$s' && cd '%2$s/roster' && echo no archive > lib/roster.jsa"
              + " && bin/roster group list";
      Run run = shell(cloud, unzipped.formatted(zip.toAbsolutePath(), directory)).end();
      assertThat(run.exitCode()).as(run.all()).isZero();
      assertThat(run.out()).contains("Engineers");
      assertThat(run.err()).isEmpty();
    }
  }

  @Test
  void theBashCompletionCompletes() throws Exception {
    try (Cloud cloud = Cloud.of("aws")) {
      String script =
          "source '%s'; COMP_WORDS=(roster mem); COMP_CWORD=1; _complete_roster; echo"
              + " \"${COMPREPLY[@]}\"";
      Run run =
          shell(cloud, script.formatted(ProcessRun.HOME.resolve("completion/roster.bash"))).end();
      assertThat(run.out()).contains("member");
    }
    assertThat(ProcessRun.HOME.resolve("completion/roster.zsh")).isNotEmptyFile();
    assertThat(ProcessRun.HOME.resolve("completion/roster.fish"))
        .content()
        .contains("-a member")
        .contains("-l dry-run");
  }

  private static List<UserId> fill(Cloud cloud, String group, int users) {
    cloud.store().groups().create(Attributes.of(Map.of("displayName", group)));
    List<UserId> made = new ArrayList<>();
    for (int user = 0; user < users; user++) {
      made.add(
          cloud
              .store()
              .users()
              .create(Attributes.of(Map.of("userName", "user%05d".formatted(user)))));
    }
    return made;
  }

  private static void join(Cloud cloud, String group, UserId user) {
    GroupId id = cloud.group(group);
    cloud.store().createMembership(id, user);
  }

  private static String[] addition(List<UserId> users, String... more) {
    List<String> arguments = new ArrayList<>(List.of("member", "add", "Crowd", "--ids-only"));
    users.forEach(user -> arguments.add(user.value()));
    arguments.addAll(List.of(more));
    return arguments.toArray(String[]::new);
  }

  /** Until the first changes are made. The wait ends by what happens, never by the clock. */
  private static void waitForChanges(Cloud cloud, ProcessRun process) throws Exception {
    while (cloud.store().membershipCount() < 6 + 50 && !process.endsWithin(10)) {
      assertThat(cloud.store().membershipCount()).isLessThan(6 + CHANGES);
    }
  }
}
