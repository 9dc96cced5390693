package dev.roster.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A native image has the resources that a provider reads. */
class NativeImageTest {

  private static final Pattern GLOB = Pattern.compile("\"glob\": \"([^\"]+)\"");
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();
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

  /**
   * What GraalVM's schema permits of resources; it is published with GraalVM's sources as {@code
   * reachability-metadata-schema-v1.2.0.json}, and permits no other members.
   */
  @ParameterizedTest
  @MethodSource("providers")
  void theMetadataHasTheFormOfItsSchema(String provider) {
    List<Path> files =
        SourceTree.files(provider + "/src/main/resources", "reachability-metadata.json");
    assertThat(files).isNotEmpty();
    for (Path file : files) {
      JsonNode metadata = STRICT.readTree(SourceTree.read(file));
      assertThat(metadata.propertyNames()).as(file.toString()).containsExactly("resources");
      assertThat(metadata.path("resources").isArray()).isTrue();
      assertThat(metadata.path("resources").values())
          .allSatisfy(
              resource -> {
                assertThat(resource.propertyNames()).containsExactly("glob");
                assertThat(resource.path("glob").isString()).isTrue();
              });
    }
  }

  /** GraalVM finds metadata in a folder for each artifact. */
  @ParameterizedTest
  @MethodSource("providers")
  void theMetadataIsWhereGraalVmLooksForIt(String provider) {
    String pom = SourceTree.read(SourceTree.TOP.resolve(provider + "/pom.xml"));
    assertThat(pom).contains("<artifactId>roster-" + provider + "</artifactId>");
    assertThat(SourceTree.files(provider + "/src/main/resources", "reachability-metadata.json"))
        .containsExactly(
            SourceTree.TOP.resolve(
                provider
                    + "/src/main/resources/META-INF/native-image/dev.roster/roster-"
                    + provider
                    + "/reachability-metadata.json"));
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
