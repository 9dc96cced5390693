package dev.roster.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Operation;
import dev.roster.cli.terminal.Terminal;
import dev.roster.sync.AuditEntry;
import dev.roster.sync.AuditFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever changes memberships through the program is in an audit file. */
class AuditOfCommandsTest {

  @TempDir private Path directory;

  private List<AuditEntry> audit() {
    return audit(directory);
  }

  private static List<AuditEntry> audit(Path state) {
    try (Stream<AuditEntry> entries = AuditFile.read(state.resolve("audit.jsonl"))) {
      return entries.toList();
    }
  }

  private Run.Shell shell(Cloud cloud) {
    return cloud.shell().with("ROSTER_STATE", directory.toString()).with("USER", "ada");
  }

  private static List<String> words(List<AuditEntry> entries) {
    return entries.stream()
        .map(
            entry ->
                String.join(
                    " ",
                    entry.action(),
                    entry.groupName().orElse("?"),
                    entry.memberName().orElse("?"),
                    entry.outcome().orElse("?")))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "huawei"})
  void addingRemovingAndOffboardingAreWrittenDown(String name) {
    try (Cloud cloud = Cloud.of(name)) {
      Run.Shell shell = shell(cloud);
      shell.run("member", "add", "Engineers", "grace", "ada");
      shell.run("member", "remove", "Engineers", "edsger", "--yes", "--by", "the help desk");
      shell.run("offboard", "alan", "--yes");
      List<AuditEntry> audit = audit();
      assertThat(words(audit).subList(0, 2))
          .containsExactlyInAnyOrder(
              "add Engineers grace created", "add Engineers ada already_present");
      assertThat(words(audit).get(2)).isEqualTo("remove Engineers edsger removed");
      assertThat(words(audit).subList(3, 5))
          .containsExactlyInAnyOrder(
              "remove Engineers alan removed", "remove On call alan removed");
      assertThat(audit)
          .extracting(AuditEntry::by)
          .containsExactly(
              "roster, ada", "roster, ada", "the help desk", "roster, ada", "roster, ada");
      assertThat(audit).allMatch(entry -> entry.plan().isEmpty());
      assertThat(audit).allMatch(entry -> entry.requestId().isPresent());
      assertThat(audit.get(2).change().orElseThrow().memberId()).isEqualTo(cloud.user("edsger"));
    }
  }

  @Test
  void whoDidItIsKnownInCronToo() {
    try (Cloud cloud = Cloud.of("aws")) {
      Run.Shell cron = cloud.shell().with("ROSTER_STATE", directory.toString());
      cron.run("member", "add", "Engineers", "grace");
      cron.with("LOGNAME", "batch").run("member", "add", "Engineers", "margaret");
      assertThat(audit()).extracting(AuditEntry::by).containsExactly("roster", "roster, batch");
    }
  }

  @Test
  void anAccountWithoutAHomeIsToldToNameADirectory() {
    String home = System.setProperty("user.home", "?");
    try (Cloud cloud = Cloud.of("aws")) {
      Run.Shell homeless = cloud.shell().with("HOME", "").with("XDG_STATE_HOME", "");
      Run run = homeless.run("member", "add", "Engineers", "grace");
      assertThat(run.exitCode()).as(run.all()).isEqualTo(64);
      assertThat(run.err()).contains("--state");
      assertThat(cloud.store().membershipCount()).isEqualTo(6);
    } finally {
      System.setProperty("user.home", home);
    }
  }

  @Test
  void aMirrorIsWrittenDownWithItsPlan() {
    try (Cloud aws = Cloud.of("aws");
        Cloud huawei = Cloud.of("huawei")) {
      aws.run("member", "remove", "Engineers", "edsger", "--yes");
      aws.run("member", "add", "Engineers", "grace");
      Run.Shell shell = shell(huawei).with("ROSTER_BY", "the nightly mirror");
      String[] mirror = {"mirror", "--source", aws.uri(), "Engineers", "--exclusive", "--yes"};
      Run done = shell.run(mirror);
      assertThat(done.exitCode()).as(done.all()).isZero();
      assertThat(words(audit()))
          .containsExactly("add Engineers grace created", "remove Engineers edsger removed");
      assertThat(audit())
          .allSatisfy(
              entry -> {
                assertThat(entry.plan()).isPresent();
                assertThat(entry.by()).isEqualTo("the nightly mirror");
              });
      assertThat(shell.run(mirror).exitCode()).isZero();
      assertThat(audit()).hasSize(2);
    }
  }

  @Test
  void aMirrorShowsHowFarItHasComeOnATerminalAndNowhereElse() {
    Terminal seen = new Terminal(true, false, true, 100);
    try (Cloud aws = Cloud.of("aws");
        Cloud huawei = Cloud.of("huawei")) {
      aws.run("member", "add", "Admins", "ada", "alan", "edsger");
      String[] mirror = {"mirror", "--source", aws.uri(), "Admins"};
      assertThat(shell(huawei).on(seen).run(mirror).err())
          .contains("\r\u001b[K")
          .containsPattern("3 done, 0 failed of 3");
      huawei.run("member", "remove", "Admins", "ada", "--yes");
      assertThat(shell(huawei).run(mirror).err()).isEmpty();
    }
  }

  @Test
  void withoutAStateItIsWhereThatOfApplyIs() {
    try (Cloud cloud = Cloud.of("aws")) {
      cloud.run("member", "add", "Engineers", "grace");
      assertThat(audit(cloud.states().resolve("roster/aws-d-1234567890"))).hasSize(1);
    }
  }

  @Test
  void whatChangesNothingWritesNothing() throws IOException {
    try (Cloud cloud = Cloud.of("aws")) {
      shell(cloud).run("member", "add", "Engineers", "grace", "--dry-run");
      shell(cloud).run("offboard", "alan", "--dry-run");
      shell(cloud).run("offboard", "alan");
      cloud.run("offboard", "margaret", "--yes");
      shell(cloud).run("offboard", "margaret", "--yes");
      shell(cloud).run("member", "list", "Engineers");
      try (Stream<Path> files = Files.list(directory)) {
        assertThat(files).isEmpty();
      }
    }
  }

  @Test
  void whereTheAuditCannotBeOpenedNothingIsChanged() throws IOException {
    Files.createDirectory(directory.resolve("audit.jsonl"));
    try (Cloud cloud = Cloud.of("aws")) {
      Run run = shell(cloud).run("member", "add", "Engineers", "grace");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err())
          .contains("audit.jsonl cannot be opened")
          .contains("nothing was changed; --state names another directory");
      assertThat(cloud.emulator().requestCount(Operation.CREATE_MEMBERSHIP)).isZero();
    }
  }

  @Test
  void aChangeThatFailedIsWrittenDownWithItsCode() {
    try (Cloud cloud = Cloud.of("aws")) {
      String unknown = "00000000-0000-4000-8000-000000000000";
      Run run = shell(cloud).run("member", "add", "Engineers", unknown, "--ids-only");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(audit())
          .singleElement()
          .satisfies(entry -> assertThat(entry.error()).hasValue("NOT_FOUND"));
    }
  }
}
