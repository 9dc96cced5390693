package dev.roster.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.Operation;
import dev.roster.cli.terminal.Terminal;
import dev.roster.memory.Attributes;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Names or ids everywhere; nothing is guessed. */
class NamesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ada",
        "name:ada",
        "ada@example.com",
        "email:ada@example.com",
        "fa4e0003-0000-4000-8000-000000000001",
        "id:fa4e0003-0000-4000-8000-000000000001"
      })
  void aUserIsNamedInManyWays(String written) {
    for (String name : new String[] {"aws", "huawei"}) {
      try (Cloud cloud = Cloud.of(name)) {
        Run run = cloud.run("member", "check", "Engineers", written, "--output", "csv");
        assertThat(run.out()).endsWith(",ada,fa4e0003-0000-4000-8000-000000000001,true\n");
      }
    }
  }

  @Test
  void allUnknownNamesAreNamedAtOnceAndNothingIsDone() {
    try (Cloud cloud = Cloud.of("aws")) {
      Run run = cloud.run("member", "add", "Engineers", "grace", "nemo", "noone@example.com");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.err()).contains("no user 'nemo'").contains("no user 'noone@example.com'");
      assertThat(cloud.emulator().requestCount(Operation.CREATE_MEMBERSHIP)).isZero();
    }
  }

  @Test
  void anIdTakesOneCall() {
    try (Cloud cloud = Cloud.of("aws")) {
      Run run = cloud.run("member", "list", cloud.group("Engineers").value(), "--ids-only");
      assertThat(run.out().lines()).hasSize(4);
      assertThat(cloud.emulator().requestCount()).isOne();
    }
  }

  @Test
  void aNameCannotSpeakToTheTerminalOrTheSpreadsheet() {
    try (Cloud cloud = Cloud.of("aws")) {
      cloud
          .store()
          .groups()
          .create(
              Attributes.of(Map.of("displayName", "=cmd|'/c calc'!A1 \u001b[2J\u009b1m\u202e")));
      for (String format : new String[] {"table", "json", "csv"}) {
        Run run =
            cloud
                .shell()
                .on(new Terminal(false, true, true, 300))
                .run("group", "list", "--color", "never", "--output", format);
        assertThat(run.out())
            .doesNotContain("\u001b", "\u009b", "\u202e")
            .containsIgnoringCase("\\u001b[2J\\u009b1m\\u202e");
      }
      assertThat(cloud.run("group", "list", "--output", "csv").out()).contains("\n'=cmd");
    }
  }
}
