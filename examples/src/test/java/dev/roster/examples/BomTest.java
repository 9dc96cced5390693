package dev.roster.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The BOM aligns what is published, and what must not lie on a class path twice. */
class BomTest {

  private static final String BOM = SourceTree.read(SourceTree.TOP.resolve("bom/pom.xml"));
  private static final String PARENT = SourceTree.read(SourceTree.TOP.resolve("pom.xml"));

  /** A published artifact has a reviewed list of its dependencies. */
  static Stream<Path> published() {
    return SourceTree.files(".", "pom.xml").stream()
        .filter(pom -> Files.exists(pom.resolveSibling("dependencies.txt")))
        .filter(pom -> !pom.equals(SourceTree.TOP.resolve("pom.xml")));
  }

  @Test
  void severalArtifactsArePublished() {
    assertThat(published()).hasSizeGreaterThan(5);
  }

  @ParameterizedTest
  @MethodSource("published")
  void everyPublishedArtifactIsManaged(Path pom) {
    String artifact =
        first("<artifactId>(roster-(?!parent)[a-z-]+)</artifactId>", SourceTree.read(pom));
    assertThat(BOM).contains("<artifactId>" + artifact + "</artifactId>");
  }

  @ParameterizedTest
  @ValueSource(strings = {"okhttp", "okhttp-jvm"})
  void okHttpHasTheVersionThatRosterIsBuiltWith(String artifact) {
    String built = first("<okhttp.version>([^<]+)<", PARENT);
    String managed =
        first("<artifactId>" + artifact + "</artifactId>\\s*<version>([^<]+)</version>", BOM);
    assertThat(managed).isEqualTo(built);
  }

  private static String first(String pattern, String text) {
    List<String> found =
        Pattern.compile(pattern).matcher(text).results().map(match -> match.group(1)).toList();
    assertThat(found).as(pattern).isNotEmpty();
    return found.get(0);
  }
}
