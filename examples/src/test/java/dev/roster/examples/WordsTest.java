package dev.roster.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One word for one thing, in code and pages: that of the field. */
class WordsTest {

  private static final Pattern AVOIDED =
      Pattern.compile(
          "\\b(repl(y|ies|ied)|somebody|nobody|befalls?|passing failures?|what it brings)\\b",
          Pattern.CASE_INSENSITIVE);

  /**
   * In the core, what finds out about a lost write is a settling read, and listeners are notified.
   */
  private static final Pattern AVOIDED_IN_CORE =
      Pattern.compile(
          "\\b((an?|one|another|each|last|throttled|settling) look(?!-up)|time for looks|unanswered"
              + "|(is|are|was|were|be) told(?! from)|was not asked)\\b",
          Pattern.CASE_INSENSITIVE);

  /** The word is in this file as an example of what is avoided. */
  private static final Path ITSELF = Path.of("WordsTest.java");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "core",
        "aws-provider",
        "huawei-provider",
        "testkit",
        "cache",
        "sync",
        "micrometer",
        "spring-boot-starter",
        "spring-boot-starter-test",
        "cli",
        "examples",
        "benchmarks",
        "fault-campaign"
      })
  void sourcesAvoidWordsThatTheFieldDoesNotUse(String module) {
    assertThat(linesWith(AVOIDED, SourceTree.files(module, ".java"))).isEmpty();
  }

  @Test
  void theCoreHasOneWordForSettlingReads() {
    assertThat(linesWith(AVOIDED_IN_CORE, SourceTree.files("core/src/main", ".java"))).isEmpty();
  }

  @Test
  void pagesAvoidThemToo() {
    Stream<Path> pages =
        Stream.concat(
            SourceTree.files("docs", ".md").stream(),
            Stream.of(SourceTree.TOP.resolve("README.md")));
    assertThat(linesWith(AVOIDED, pages.toList())).isEmpty();
  }

  private static List<String> linesWith(Pattern avoided, List<Path> files) {
    return files.stream()
        .filter(file -> !file.endsWith(ITSELF))
        .flatMap(
            file ->
                SourceTree.read(file)
                    .lines()
                    .filter(line -> avoided.matcher(line).find())
                    .map(line -> SourceTree.TOP.relativize(file) + ": " + line.strip()))
        .toList();
  }
}
