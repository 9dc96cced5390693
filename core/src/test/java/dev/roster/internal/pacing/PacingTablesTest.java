package dev.roster.internal.pacing;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The tables of the decision page are what the simulator says today. */
@Tag("pacing-matrix")
class PacingTablesTest {

  private static final Path PAGE = Path.of("..", "docs", "decisions", "adaptive-pacing.md");
  private static final String BEGIN = "<!-- begin laws -->\n";
  private static final String END = "<!-- end laws -->";

  @Test
  void thePageShowsWhatTheLawsReach() throws IOException {
    String table = table();
    String page = Files.readString(PAGE);
    int from = page.indexOf(BEGIN) + BEGIN.length();
    int to = page.indexOf(END);
    if (Boolean.getBoolean("pacing.write")) {
      Files.writeString(PAGE, page.substring(0, from) + table + page.substring(to));
    } else {
      assertThat(page.substring(from, to))
          .as("mvn -Ppacing-matrix with -Dpacing.write=true writes the page anew")
          .isEqualTo(table);
    }
  }

  private static String table() {
    List<Map<String, String>> laws =
        List.of(
            PacingTable.of(ceiling -> new PacerLimiter(new AdaptiveRate(), ceiling)),
            PacingTable.of(ceiling -> new PacerLimiter(new AdditiveIncrease(), ceiling)),
            PacingTable.of(ceiling -> new AwsAdaptiveLimiter()));
    StringBuilder text = new StringBuilder();
    text.append("| | Roster | additive increase | AWS SDK v2, adaptive mode |\n");
    text.append("| --- | --- | --- | --- |\n");
    for (String row : laws.get(0).keySet()) {
      text.append("| ").append(row).append(" |");
      laws.forEach(law -> text.append(' ').append(requireNonNull(law.get(row))).append(" |"));
      text.append('\n');
    }
    return text.toString();
  }
}
