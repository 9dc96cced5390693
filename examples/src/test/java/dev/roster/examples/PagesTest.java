package dev.roster.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader knows from the first lines of a page whether to read on. */
class PagesTest {

  static Stream<Path> pages() {
    return Stream.concat(
        SourceTree.files("docs", ".md").stream(),
        Stream.of(SourceTree.TOP.resolve("compatibility/README.md")));
  }

  @ParameterizedTest
  @MethodSource("pages")
  void aPageSaysFirstForWhomItIs(Path page) {
    List<String> lines = SourceTree.read(page).lines().limit(3).toList();
    assertThat(lines.get(0)).startsWith("# ");
    assertThat(lines.get(1)).isEmpty();
    assertThat(lines.get(2)).matches("\\*?For .*");
  }
}
