package dev.roster.cli.commands.tools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.commands.Run;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Each line is a call of {@code complete} that fish reads as it was meant. */
class FishCompletionTest {

  private static final String TEXT = "'(?:[^'\\\\]|\\\\['\\\\])*'";
  private static final Pattern CALL =
      Pattern.compile(
          "complete -c roster -n "
              + TEXT
              + "( -[sl] [A-Za-z][a-z-]*)*( -r)?( -F)?( -a ("
              + TEXT
              + "|[a-z-]+))?( -d "
              + TEXT
              + ")?");

  private static List<String> lines() {
    Run run = new Run.Shell(Map.of()).run("completion", "fish");
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out().lines().toList();
  }

  @Test
  void everyLineIsOneCall() {
    assertThat(lines().stream().skip(2))
        .hasSizeGreaterThan(100)
        .allSatisfy(line -> assertThat(line).matches(CALL))
        .doesNotHaveDuplicates();
  }

  @Test
  void filesAreCompletedWhereTheProgramReadsOne() {
    assertThat(lines())
        .contains("complete -c roster -n '__fish_seen_subcommand_from sync' -F")
        .contains("complete -c roster -n '__fish_seen_subcommand_from apply' -F")
        .anyMatch(line -> line.contains("-l approval -r -F"))
        .anyMatch(line -> line.contains("-l config -r -F"))
        .noneMatch(line -> line.contains("-l deadline -r -F"));
  }

  @Test
  void valuesOfArgumentsAreCompleted() {
    assertThat(lines())
        .contains(
            "complete -c roster -n '__fish_seen_subcommand_from completion' -a 'bash zsh fish'");
  }
}
