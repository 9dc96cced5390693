package dev.roster.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written on the command line means what it says, or nothing is done. */
class ArgumentsTest {

  @TempDir private Path directory;

  @Test
  void aNameThatBeginsWithAnAtIsNoFileOfArguments() throws IOException {
    Path file = Files.writeString(directory.resolve("arguments"), "--yes alan");
    try (Cloud cloud = Cloud.of("aws")) {
      Run run = cloud.run("offboard", "@" + file);
      assertThat(run.exitCode()).as(run.all()).isOne();
      assertThat(run.err()).contains("there is no user '@" + file + "'");
      assertThat(cloud.store().membershipCount()).isEqualTo(6);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"\uFFFDquipe", "\uFFFD\uFFFD*"})
  void whatTheLocaleCannotReadIsNotTakenForAName(String garbled) {
    try (Cloud cloud = Cloud.of("aws")) {
      Run argument = cloud.run("group", "create", garbled);
      assertThat(argument.exitCode()).as(argument.all()).isEqualTo(64);
      assertThat(argument.err()).contains("LC_ALL=C.UTF-8");
      Run variable = cloud.shell().with("ROSTER_PROTECT_GROUP", garbled).run("group", "list");
      assertThat(variable.exitCode()).as(variable.all()).isEqualTo(64);
      assertThat(variable.err()).contains("ROSTER_PROTECT_GROUP").contains("LC_ALL=C.UTF-8");
      assertThat(cloud.store().groups().count()).isEqualTo(3);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"id:root", "name:Break glass*", "email:ada@example.com", "external:a:b"})
  void aPatternThatWouldProtectNoOneIsNotAccepted(String pattern) throws IOException {
    Path file = Files.writeString(directory.resolve("members.csv"), "group,user\nAdmins,ada\n");
    try (Cloud cloud = Cloud.of("aws")) {
      for (String option : new String[] {"--protect-group", "--protect-user"}) {
        Run run = cloud.run("sync", file.toString(), option, pattern);
        assertThat(run.exitCode()).as(run.all()).isEqualTo(64);
        assertThat(run.err()).contains(option).contains(pattern);
      }
      assertThat(cloud.store().membershipCount()).isEqualTo(6);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"PT9223372036854775807S", "999999999d"})
  void aTimeWithoutEndIsWrongUsage(String time) throws IOException {
    Path file = Files.writeString(directory.resolve("members.csv"), "group,user\nAdmins,ada\n");
    try (Cloud cloud = Cloud.of("aws")) {
      for (String option : new String[] {"--quarantine", "--deadline"}) {
        Run run = cloud.run("plan", file.toString(), "--exclusive", option, time);
        assertThat(run.exitCode()).as(run.all()).isEqualTo(64);
        assertThat(run.err()).contains(option).contains("at most");
      }
    }
  }

  @Test
  void aNameIsSaidOnOneLineWhateverItHasInIt() {
    try (Cloud cloud = Cloud.of("aws")) {
      Run run = cloud.run("group", "find", "x\nroster: all groups were deleted\u009b31m");
      assertThat(run.exitCode()).isOne();
      assertThat(run.err().lines()).hasSize(1);
      assertThat(run.err()).contains("x\\u000aroster").doesNotContain("\u009b");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"email:x@example.com", "name:x", "external:a:b"})
  void whoSaidWhatATextIsGetsNoAdviceToSaySo(String text) {
    try (Cloud cloud = Cloud.of("aws")) {
      Run run = cloud.run("user", "find", text);
      assertThat(run.err()).contains("there is no user '" + text + "'").doesNotContain("id:");
      assertThat(cloud.run("user", "find", "x").err()).contains("id:x");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sync FILE --state=",
        "sync FILE --approval=",
        "plan FILE --out=",
        "member add Engineers grace --state=",
        "member add Engineers grace --by=",
        "sync FILE --by=",
        "approve CHECKSUM --approval FILE.approval --by=",
        "snapshot EMPTY",
        "drift EMPTY",
        "apply EMPTY",
        "sync EMPTY",
        "plan EMPTY"
      })
  void aVariableOfAScriptThatIsNotSetIsNoPathAndNoAuthor(String command) throws IOException {
    Path file = Files.writeString(directory.resolve("members.csv"), "group,user\nAdmins,ada\n");
    String[] words =
        command.replace("FILE", "" + file).replace("CHECKSUM", "0".repeat(64)).split(" ");
    words[1] = words[1].replace("EMPTY", "");
    try (Cloud cloud = Cloud.of("aws")) {
      Run run = cloud.run(words);
      assertThat(run.exitCode()).as(run.all()).isEqualTo(64);
      assertThat(run.err()).contains("must not be empty").doesNotContain("Exception");
      assertThat(cloud.store().membershipCount()).isEqualTo(6);
      assertThat(Path.of("run.lock")).doesNotExist();
    }
  }

  @Test
  void aGroupThatWouldFollowItselfIsWrongUsage() {
    try (Cloud cloud = Cloud.of("aws")) {
      Run run = cloud.run("mirror", "--source", cloud.uri(), "Engineers");
      assertThat(run.exitCode()).as(run.all()).isEqualTo(64);
      assertThat(run.err()).contains("follows itself").doesNotContain("internal error");
    }
  }

  @Test
  void whatIsSaidIsAboutThisProgramAndNotAboutItsLibraries() throws IOException {
    Path file = Files.writeString(directory.resolve("members.csv"), "group,user\nAdmins,ada\n");
    try (Cloud cloud = Cloud.of("aws")) {
      for (String command : new String[] {"apply", "approve"}) {
        String[] approve = {command, "" + file, "--approval", "" + directory, "--by", "Ada"};
        Run run = command.equals("apply") ? cloud.run(command, "" + file) : cloud.run(approve);
        assertThat(run.err()).contains("apply --edited").doesNotContain("parseEdited");
      }
      assertThat(cloud.run("plan", file.toString(), "--column", "user").err())
          .contains("--column")
          .doesNotContain("u001f");
    }
  }

  @Test
  void aProfileFileOfWindowsIsRead() throws IOException {
    try (Cloud cloud = Cloud.of("aws")) {
      Path file = directory.resolve("profiles");
      String text = "\uFEFF[default]\r\nuri = %s\r\n".formatted(cloud.uri());
      Files.write(file, text.getBytes(StandardCharsets.UTF_8));
      Run run = cloud.shell().with("ROSTER_URI", "").run("group", "list", "--config", "" + file);
      assertThat(run.exitCode()).as(run.all()).isZero();
    }
  }
}
