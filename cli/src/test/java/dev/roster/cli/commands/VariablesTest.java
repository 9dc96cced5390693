package dev.roster.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.configuration.VariableDefaults;
import dev.roster.cli.terminal.Surroundings;
import dev.roster.cli.terminal.Terminal;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;

/** Every option is an environment variable as well, but for those that allow something. */
class VariablesTest {

  private static List<OptionSpec> options(CommandLine command) {
    List<OptionSpec> options = new ArrayList<>(command.getCommandSpec().options());
    command.getSubcommands().values().forEach(sub -> options.addAll(options(sub)));
    return options;
  }

  private static CommandLine program() {
    return Program.commandLine(
        new Surroundings(
            Map.of(),
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            OutputStream.nullOutputStream(),
            Terminal.NONE));
  }

  @Test
  void whatAllowsSomethingHasNoVariableAndEverythingElseHasOne() {
    List<String> without =
        options(program()).stream()
            .filter(option -> VariableDefaults.variable(option).isEmpty())
            .map(OptionSpec::longestName)
            .distinct()
            .toList();
    assertThat(without)
        .contains("--yes")
        .allMatch(name -> name.matches("--(yes|help|version|allow(-.*)?|approv.*)"));
  }

  @Test
  void aVariableCountsUnlessTheCommandLineSaysOtherwise() {
    try (Cloud cloud = Cloud.of("aws")) {
      Run.Shell shell = cloud.shell().with("ROSTER_OUTPUT", "json").with("ROSTER_IDS_ONLY", "true");
      assertThat(shell.run("member", "list", "Engineers").out())
          .startsWith("[")
          .contains("\"user_name\":null");
      assertThat(shell.run("--output", "csv", "member", "list", "Engineers").out())
          .startsWith("group_name,");
      assertThat(shell.run("member", "list", "Engineers", "-o", "csv").out())
          .startsWith("group_name,");
    }
  }

  @Test
  void aFlagIsTrueOnTheCommandLineWhateverItsVariableSays() {
    assertThat(options(program()))
        .filteredOn(option -> option.type() == boolean.class && !option.usageHelp())
        .filteredOn(option -> !option.versionHelp())
        .extracting(OptionSpec::longestName)
        .contains("--dry-run", "--exclusive", "--ids-only", "--edited", "--verbose");
    assertThat(options(program()))
        .filteredOn(option -> option.type() == boolean.class)
        .filteredOn(option -> VariableDefaults.variable(option).isPresent())
        .allSatisfy(
            option ->
                assertThat(option.fallbackValue()).as(option.longestName()).isEqualTo("true"));
  }

  @Test
  void aFlagAndItsVariableTogetherAreTheFlag() {
    try (Cloud cloud = Cloud.of("aws")) {
      for (String value : List.of("true", "false")) {
        Run.Shell shell =
            cloud.shell().with("ROSTER_DRY_RUN", value).with("ROSTER_IDS_ONLY", value);
        Run run = shell.run("offboard", "alan", "--yes", "--dry-run", "--ids-only", "-o", "csv");
        assertThat(run.out()).contains(",planned,").doesNotContain("Engineers");
        assertThat(run.exitCode()).isZero();
        assertThat(cloud.store().membershipCount()).isEqualTo(6);
      }
    }
  }

  @Test
  void noVariableSaysYes() {
    try (Cloud cloud = Cloud.of("aws")) {
      Run run = cloud.shell().with("ROSTER_YES", "true").run("offboard", "alan");
      assertThat(run.exitCode()).isEqualTo(3);
    }
  }

  @Test
  void aProfileOfTheCommandLineComesBeforeTheEnvironment(@TempDir Path directory) throws Exception {
    try (Cloud cloud = Cloud.of("aws")) {
      Path file = directory.resolve("profiles");
      Files.writeString(
          file, "# stores\n\n[default]\nuri = %s\n[other]\nuri=x://y\n".formatted(cloud.uri()));
      Run.Shell shell = new Run.Shell(Map.of("ROSTER_CONFIG", file.toString()));
      assertThat(shell.run("group", "list").exitCode()).isZero();
      assertThat(shell.run("group", "list", "--profile", "other").exitCode()).isEqualTo(64);
      Run missing = shell.run("group", "list", "--profile", "nothing");
      assertThat(missing.err()).contains("it has: default, other");
      shell.with("ROSTER_URI", "x://y");
      assertThat(shell.run("group", "list").exitCode()).isEqualTo(64);
      assertThat(shell.run("group", "list", "--profile", "default").exitCode()).isZero();
      assertThat(shell.run("group", "list", "--uri", cloud.uri()).exitCode()).isZero();
    }
  }

  @Test
  void doctorSaysWhereTheStoreWasFound() {
    try (Cloud cloud = Cloud.of("aws")) {
      assertThat(cloud.run("doctor").err()).contains("by ROSTER_URI");
      Run nothing = new Run.Shell(Map.of("HOME", "/nonexistent")).run("doctor");
      assertThat(nothing.exitCode()).isEqualTo(1);
      assertThat(nothing.out()).contains("configuration  problem").contains("no store is named");
    }
  }

  @Test
  void aVariableOfAnOptionWithSeveralValuesIsAListWithCommas() {
    assertThat(options(program()))
        .filteredOn(OptionSpec::isMultiValue)
        .filteredOn(option -> VariableDefaults.variable(option).isPresent())
        .hasSizeGreaterThan(4)
        .allSatisfy(
            option ->
                assertThat(option.splitRegex())
                    .as(option.longestName())
                    .isEqualTo(VariableDefaults.SPLIT));
  }

  @Test
  void eachPatternOfAVariableProtects(@TempDir Path directory) throws Exception {
    Path source =
        Files.writeString(directory.resolve("members.csv"), "group,user\nEngineers,ada\n");
    try (Cloud cloud = Cloud.of("aws")) {
      Run.Shell shell = cloud.shell().with("ROSTER_STATE", directory.toString());
      String[] plan = {"plan", source.toString(), "--exclusive", "-o", "csv"};
      String both = shell.with("ROSTER_PROTECT_USER", "al*,edsger").run(plan).out();
      assertThat(both).containsPattern("alan,.*,protected").containsPattern("edsger,.*,protected");
      String escaped = shell.with("ROSTER_PROTECT_USER", "al*\\,edsger").run(plan).out();
      assertThat(escaped).doesNotContain("protected");
      String[] once = {"plan", source.toString(), "--exclusive", "--protect-user", "al*,edsger"};
      assertThat(shell.run(once).out()).doesNotContain("protected");
    }
  }

  @Test
  void aNameOfTheCommandLineCanHaveACommaAndComesInPlaceOfTheVariable() {
    try (Cloud cloud = Cloud.of("aws")) {
      Run.Shell shell =
          cloud.shell().with("ROSTER_USER", "ada,alan").with("ROSTER_GROUP", "Engineers,Admins");
      assertThat(shell.run("matrix", "-o", "csv").out().lines().skip(1)).hasSize(4);
      assertThat(shell.run("matrix", "--user", "ada", "-o", "csv").out().lines().skip(1))
          .hasSize(2)
          .allMatch(line -> line.contains("ada"));
      assertThat(shell.run("matrix", "--user", "Lovelace, Ada").err())
          .contains("there is no user 'Lovelace, Ada'");
    }
  }
}
