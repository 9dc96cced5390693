package dev.roster.sync.internal.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.node.ObjectNode;

/** What runs write can be looked at, and touches nothing else. */
class FilesOfRunsTest {

  @TempDir private Path directory;

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(directory)) {
      return files.map(file -> file.getFileName().toString()).sorted().toList();
    }
  }

  @Test
  void aFileIsReplacedWithoutTouchingAnyOther() throws IOException {
    Path other = Files.writeString(directory.resolve("state.new"), "of someone else");
    DurableFile.replace(directory.resolve("state"), "first");
    DurableFile.replace(directory.resolve("state"), "second");
    assertThat(names()).containsExactly("state", "state.new");
    assertThat(other).hasContent("of someone else");
    assertThat(directory.resolve("state")).hasContent("second");
  }

  @Test
  void whatCannotBeReplacedLeavesNothingBehind() throws IOException {
    Path taken = Files.createDirectories(directory.resolve("state/not empty"));
    assertThatThrownBy(() -> DurableFile.replace(directory.resolve("state"), "text"))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("state cannot be written");
    assertThat(names()).containsExactly("state");
    assertThat(taken).exists();
  }

  @Test
  void aDirectoryThatIsMadeIsForItsOwner() throws IOException {
    assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
    DurableFile.createDirectories(directory.resolve("a/b"));
    for (String made : List.of("a", "a/b")) {
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(made))))
          .isEqualTo("rwx------");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\u001b[2J",
        "\u009b2J",
        "\u007f",
        "\u202e",
        "\u2066",
        "\u2028",
        "\ud800",
        "\u200b"
      })
  void aLineHasNothingThatATerminalObeysAndLosesNothing(String dangerous) {
    ObjectNode object = Json.object();
    object.put("member_name", "Zo\u00eb \ud83d\ude00" + dangerous);
    String line = Json.line(object);
    assertThat(line).contains("Zo\u00eb \ud83d\ude00\\u").endsWith("}\n");
    assertThat(line.strip()).doesNotContain(dangerous.substring(0, 1));
    assertThat(Json.parse(line)).isEqualTo(object);
  }
}
