package dev.roster.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No secret is in any output, whatever goes wrong. */
class SecretsTest {

  private static final List<String> COMMANDS =
      List.of(
          "user list -v",
          "member list Engineers -v",
          "member list Nowhere -v",
          "member add Engineers grace -v",
          "member remove Engineers grace --yes -v -o json",
          "review -v -o csv",
          "doctor -v",
          "doctor -o json",
          "groups-of ada --deadline 1s -v",
          "member list");

  @ParameterizedTest
  @ValueSource(strings = {"aws", "huawei"})
  void noCommandShowsAKey(String name) {
    try (Cloud cloud = Cloud.of(name)) {
      for (String command : COMMANDS) {
        assertThat(cloud.run(command.split(" ")).all()).doesNotContain(Cloud.SECRET);
      }
      cloud.store().faults().onAnyOperation().always(Fault.of(FaultKind.ACCESS_DENIED));
      for (String command : COMMANDS) {
        assertThat(cloud.run(command.split(" ")).all()).doesNotContain(Cloud.SECRET);
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "huawei"})
  void verboseShowsCallsAndNoPeople(String name) {
    try (Cloud cloud = Cloud.of(name)) {
      Run run = cloud.run("member", "list", "Engineers", "-v");
      assertThat(run.err()).contains(name + " listMemberships, attempt 1: ok in ");
      assertThat(run.err()).doesNotContain("ada").doesNotContain("fa4e0003");
    }
  }

  @Test
  void aSecretInTheWrongPlaceIsNotRepeated(@TempDir Path directory) throws Exception {
    Run.Shell shell = new Run.Shell(Map.of("HOME", directory.toString()));
    Run user = shell.run("group", "list", "--uri", "aws://key:" + Cloud.SECRET + "@store?region=r");
    assertThat(user.exitCode()).isEqualTo(64);
    assertThat(user.all()).doesNotContain(Cloud.SECRET);
    Path profiles = directory.resolve(".config/roster/profiles");
    Files.createDirectories(profiles.getParent());
    Files.writeString(profiles, "[default]\nsecret = " + Cloud.SECRET + "\n");
    Run profile = shell.run("group", "list");
    assertThat(profile.exitCode()).isEqualTo(64);
    assertThat(profile.err()).contains("line 2").contains("Credentials do not belong here");
    assertThat(profile.all()).doesNotContain(Cloud.SECRET);
  }
}
