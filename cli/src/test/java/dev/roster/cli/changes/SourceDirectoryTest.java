package dev.roster.cli.changes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.roster.cli.configuration.UsageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Two sources never share what is kept about one, whatever a crash has left. */
class SourceDirectoryTest {

  @TempDir Path directory;

  private SourceDirectory of(String source) {
    return SourceDirectory.under(directory.resolve("store"), directory.resolve(source));
  }

  private Path mark() {
    return directory.resolve("store").resolve("members.csv").resolve("source");
  }

  @Test
  void aDirectoryThatIsMadeIsForItsOwner() throws IOException {
    assumeTrue(directory.getFileSystem().supportedFileAttributeViews().contains("posix"));
    of("one/members.csv").take();
    for (String made : new String[] {"store", "store/members.csv"}) {
      assertThat(
              PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve(made))))
          .isEqualTo("rwx------");
    }
  }

  @Test
  void aDirectoryBelongsToTheFirstSourceOfItsName() throws IOException {
    of("one/members.csv").take();
    of("one/members.csv").take();
    assertThat(Files.readString(mark())).isEqualTo(directory.resolve("one/members.csv") + "\n");
    assertThatThrownBy(of("two/members.csv")::take)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("one/members.csv")
        .hasMessageContaining("two/members.csv");
    try (Stream<Path> files = Files.list(mark().getParent())) {
      assertThat(files).containsExactly(mark());
    }
  }

  static Stream<byte[]> lostTexts() {
    return Stream.of(new byte[0], new byte[] {'\n'}, new byte[40], new byte[] {(byte) 0xC3});
  }

  @ParameterizedTest
  @MethodSource("lostTexts")
  void aMarkWhoseTextIsLostIsNoPermissionForAnySource(byte[] left) throws IOException {
    Files.createDirectories(mark().getParent());
    Files.write(mark(), left);
    SourceDirectory source = of("one/members.csv");
    assertThatThrownBy(source::checked)
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(mark().toString())
        .hasMessageContaining("delete it if that file is " + directory.resolve("one/members.csv"))
        .hasMessageContaining("--state");
    assertThatThrownBy(source::take).isInstanceOf(UsageException.class);
    Files.delete(mark());
    source.take();
    assertThatThrownBy(of("two/members.csv")::checked).isInstanceOf(UsageException.class);
  }

  /** What a run that was killed has written of its mark has another name, and does no harm. */
  @Test
  void aMarkThatWasNotFinishedIsNoMark() throws IOException {
    Files.createDirectories(mark().getParent());
    Files.writeString(mark().resolveSibling("source-1.new"), "/ho");
    of("one/members.csv").take();
    assertThat(Files.readString(mark())).endsWith("members.csv\n");
  }
}
