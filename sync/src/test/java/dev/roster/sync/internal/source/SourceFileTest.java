package dev.roster.sync.internal.source;

import static java.nio.file.StandardOpenOption.APPEND;
import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.reconcile.Refusal;
import dev.roster.reconcile.RemovalRule;
import dev.roster.sync.internal.source.SourceFile.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that is written to while it is read can be a part of itself. */
class SourceFileTest {

  private static final String HALF = "group,user\ndevelopers,ada\n";
  private static final String REST = "developers,grace\n";

  @TempDir private Path directory;
  private Path file = Path.of("members.csv");

  @BeforeEach
  void file() throws IOException {
    file = Files.writeString(directory.resolve("members.csv"), HALF + REST);
    Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
  }

  private List<Refusal> findings(Reading reading) {
    return SourceFile.read(file, reading).desired(true).build().findings();
  }

  private static void assertEndedEarly(List<Refusal> findings) {
    assertThat(findings).extracting(Refusal::rule).containsExactly(RemovalRule.SOURCE_ENDED_EARLY);
    assertThat(findings.get(0).reason()).contains("written to while it was read");
  }

  @Test
  void aFileThatNoOneWritesIsWhole() {
    assertThat(findings(Files::readAllBytes)).isEmpty();
  }

  @Test
  void aFileThatIsWrittenAnewEndsEarly() {
    assertEndedEarly(
        findings(
            path -> {
              byte[] half = Files.readAllBytes(Files.writeString(path, HALF));
              Files.writeString(path, REST, APPEND);
              return half;
            }));
  }

  @Test
  void aFileThatGrowsEndsEarly() {
    assertEndedEarly(
        findings(
            path -> {
              byte[] before = Files.readAllBytes(path);
              Files.writeString(path, "developers,linus\n", APPEND);
              return before;
            }));
  }

  @Test
  void aFileThatIsCutToTheSameSizeEndsEarly() {
    assertEndedEarly(findings(path -> Files.readAllBytes(Files.writeString(path, HALF + REST))));
  }
}
