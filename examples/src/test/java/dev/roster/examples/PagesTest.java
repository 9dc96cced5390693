package dev.roster.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A reader knows from the first lines of a page whether to read on, and is done in an hour. */
class PagesTest {

  /** What whoever builds a service with the library reads; the others are for one question each. */
  private static final List<String> FOR_A_SERVICE =
      List.of(
          "README.md",
          "docs/many-at-once.md",
          "docs/directory.md",
          "docs/native-calls.md",
          "docs/observing.md",
          "docs/spring.md",
          "docs/asynchronous.md",
          "docs/proxies.md",
          "docs/testing-without-a-cloud.md");

  private static final int WORDS_A_MINUTE = 240;

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

  @Test
  void thePagesForAServiceAreReadInAnHour() {
    long words =
        FOR_A_SERVICE.stream()
            .map(page -> SourceTree.read(SourceTree.TOP.resolve(page)))
            .mapToLong(text -> text.split("\\s+").length)
            .sum();
    assertThat(words).isLessThan(60 * WORDS_A_MINUTE);
  }
}
