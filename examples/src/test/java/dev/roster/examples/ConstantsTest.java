package dev.roster.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What was chosen stands in one place, with its reason. */
class ConstantsTest {

  /** A number or a time; sentinels and units are no choice. */
  private static final Pattern IN_CODE =
      Pattern.compile(
          "static final (?:int|long|double|Duration) (?!NONE|NEVER)([A-Z_]+) =\\s*([^;]+);");

  private static final Pattern IN_PAGE =
      Pattern.compile("(?m)^\\| `(\\w+\\.[A-Z_]+)` \\| `([^`]+)` \\| \\S");

  @Test
  void everyNumberOfTheCoreIsInThePageWithItsValueAndAReason() {
    Map<String, String> documented = new TreeMap<>();
    IN_PAGE
        .matcher(SourceTree.read(SourceTree.TOP.resolve("docs/decisions/constants.md")))
        .results()
        .forEach(row -> documented.put(row.group(1), row.group(2)));
    assertThat(documented).isEqualTo(inCode());
  }

  /** Those of the limiter stand together in its law. */
  private static Map<String, String> inCode() {
    Map<String, String> found = new TreeMap<>();
    for (Path file : SourceTree.files("core/src/main", ".java")) {
      if (!SourceTree.TOP.relativize(file).toString().contains("pacing")) {
        String type = file.getFileName().toString().replace(".java", "");
        IN_CODE
            .matcher(SourceTree.read(file))
            .results()
            .forEach(match -> found.put(type + "." + match.group(1), match.group(2)));
      }
    }
    return found;
  }
}
