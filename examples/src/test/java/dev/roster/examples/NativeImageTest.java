package dev.roster.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A native image has the resources that a provider reads. */
class NativeImageTest {

  private static final Pattern GLOB = Pattern.compile("\"glob\": \"([^\"]+)\"");
  private static final Pattern READ = Pattern.compile("getResourceAsStream\\(\"([^\"]+)\"\\)");

  static Stream<String> providers() {
    return Stream.of("aws-provider", "huawei-provider");
  }

  @ParameterizedTest
  @MethodSource("providers")
  void theMetadataNamesEveryResourceThatIsRead(String provider) {
    List<String> read =
        SourceTree.files(provider + "/src/main", ".java").stream()
            .flatMap(file -> texts(READ, file).map(name -> packageOf(provider, file) + name))
            .toList();
    List<String> named =
        SourceTree.files(provider + "/src/main/resources", "reachability-metadata.json").stream()
            .flatMap(file -> texts(GLOB, file))
            .toList();
    assertThat(named).containsExactlyInAnyOrderElementsOf(read).isNotEmpty();
    assertThat(named)
        .allSatisfy(
            name ->
                assertThat(SourceTree.TOP.resolve(provider + "/src/main/resources/" + name))
                    .exists());
  }

  private static String packageOf(String provider, Path file) {
    Path sources = SourceTree.TOP.resolve(provider + "/src/main/java");
    return sources.relativize(file.resolveSibling("")).toString().replace('\\', '/') + "/";
  }

  private static Stream<String> texts(Pattern pattern, Path file) {
    return pattern.matcher(SourceTree.read(file)).results().map(NativeImageTest::group);
  }

  private static String group(MatchResult found) {
    return found.group(1);
  }
}
