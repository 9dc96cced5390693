package dev.roster.examples.rooms;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The pictures of {@code docs/architecture.md} are those of the code. To renew one, copy the file
 * that a failure names.
 */
class RoomsPictureTest {

  private static final JavaClasses ROSTER =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.roster");

  private static final Pattern ARTIFACT =
      Pattern.compile(
          "dev\\.roster(?!\\.spring)(\\.(aws|huawei|memory|emulator|conformance|cache|examples)(?=\\.|$))?.*");

  /** The rooms of one artifact; every room may use the public packages of its own artifact. */
  @ParameterizedTest
  @CsvSource({
    "core, (?:dev\\.roster)\\.?(|spi|bulk|reconcile|query|internal\\.\\w+), dev.roster",
    "aws, dev\\.roster\\.(aws|aws\\.internal\\.\\w+), aws",
    "huawei, dev\\.roster\\.(huawei|huawei\\.internal\\.\\w+), huawei",
    "memory, dev\\.roster\\.(memory|memory\\.internal\\.\\w+), memory",
    "emulator, dev\\.roster\\.(emulator|emulator\\.internal\\.\\w+), emulator"
  })
  void theRoomsAreThoseOfTheCode(String artifact, Pattern rooms, String root) throws IOException {
    RoomGraph all = RoomGraph.of(ROSTER, roomOf(rooms, root));
    RoomGraph drawn =
        all.without(
            Set.of(root, "spi", "bulk", "reconcile", "query"),
            room -> room.startsWith("internal.") || room.equals("spi"));
    assertIsDrawn(artifact, drawn.reduced());
  }

  private static Function<JavaClass, Optional<String>> roomOf(Pattern rooms, String root) {
    return type ->
        Optional.of(rooms.matcher(type.getPackageName()))
            .filter(Matcher::matches)
            .map(match -> match.group(1).replaceFirst("^\\w+\\.(?=internal)", ""))
            .map(room -> room.isEmpty() ? root : room);
  }

  @Test
  void theArtifactsAreThoseOfTheCode() throws IOException {
    RoomGraph all = RoomGraph.of(ROSTER, RoomsPictureTest::artifactOf);
    assertIsDrawn("artifacts", all.reduced());
  }

  private static Optional<String> artifactOf(JavaClass type) {
    return Optional.of(ARTIFACT.matcher(type.getPackageName()))
        .filter(Matcher::matches)
        .map(match -> match.group(2) == null ? "core" : match.group(2));
  }

  private static void assertIsDrawn(String name, RoomGraph graph) throws IOException {
    String file = "rooms-" + name + ".svg";
    Path made = Files.createDirectories(Path.of("target", "rooms")).resolve(file);
    Files.writeString(made, new RoomsPicture(graph).toSvg());
    Path shown = Path.of("..", "docs", file);
    assertThat(shown).as("renew it from examples/%s", made).hasSameTextualContentAs(made);
  }
}
