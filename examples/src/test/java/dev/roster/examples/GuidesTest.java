package dev.roster.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the guides show is compiled, and where they lead there is something. */
class GuidesTest {

  private static final Pattern CODE = Pattern.compile("```java\n(.*?)\n```", Pattern.DOTALL);
  private static final Pattern LINK = Pattern.compile("\\]\\((?!https?:)([^)#]+)");

  private static final String COMPILED =
      Stream.of("examples", "core", "testkit", "cache", "micrometer")
          .flatMap(module -> SourceTree.files(module, ".java").stream())
          .map(file -> flat(SourceTree.read(file)))
          .reduce("", String::concat);

  static List<Path> guides() {
    return SourceTree.files("docs", ".md");
  }

  static Stream<Arguments> snippets() {
    return found(CODE);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("snippets")
  void everySnippetStandsInCodeThatTheBuildCompiles(Path guide, String snippet) {
    assertThat(COMPILED).contains(flat(snippet));
  }

  static Stream<Arguments> links() {
    return found(LINK);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("links")
  void everyLinkLeadsSomewhere(Path guide, String link) {
    assertThat(SourceTree.TOP.resolve(guide).resolveSibling(link)).exists();
  }

  private static Stream<Arguments> found(Pattern pattern) {
    return guides().stream()
        .flatMap(
            guide ->
                pattern
                    .matcher(SourceTree.read(guide))
                    .results()
                    .map(match -> Arguments.of(SourceTree.TOP.relativize(guide), match.group(1))));
  }

  private static String flat(String code) {
    return code.replaceAll("\\s+", "");
  }
}
