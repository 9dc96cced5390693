package dev.roster.cli.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.cli.terminal.Terminal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The transcript and the picture of the documentation are those of a real run. */
class DocumentedTourTest {

  private static final Path PAGE = Path.of("../docs/cli.md");
  private static final Path PICTURE = Path.of("../docs/cli.svg");
  private static final Path WRITTEN = Path.of("target/tour");

  private static String tour(Terminal terminal) {
    Run run = new Run.Shell(Map.of("HOME", "/nonexistent")).on(terminal).run("demo");
    assertThat(run.exitCode()).as(run.err()).isZero();
    return run.out();
  }

  @Test
  void theTranscriptOfTheDocumentationIsARealRun() throws IOException {
    String transcript = tour(Terminal.NONE).strip();
    Files.createDirectories(WRITTEN);
    Files.writeString(WRITTEN.resolve("transcript.txt"), transcript + "\n");
    assertThat(Files.readString(PAGE, StandardCharsets.UTF_8))
        .as("copy cli/target/tour/transcript.txt into docs/cli.md")
        .contains("```text\n" + transcript + "\n```");
  }

  @Test
  void thePictureOfTheDocumentationIsARealRun() throws IOException {
    List<String> lines =
        tour(new Terminal(false, true, false, TerminalPicture.COLUMNS)).lines().limit(44).toList();
    String picture = TerminalPicture.of(lines);
    Files.createDirectories(WRITTEN);
    Files.writeString(WRITTEN.resolve("cli.svg"), picture);
    assertThat(Files.readString(PICTURE, StandardCharsets.UTF_8))
        .as("copy cli/target/tour/cli.svg over docs/cli.svg")
        .isEqualTo(picture);
  }
}
