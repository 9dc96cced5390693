package dev.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every snippet of the Javadoc stands in {@link Snippets} too, where the compiler reads it. */
class JavadocSnippetsTest {

  private static final Pattern SNIPPET =
      Pattern.compile("<pre>\\{@code(.*?)\\}</pre>", Pattern.DOTALL);

  @Test
  void everySnippetIsCompiled() throws IOException {
    String compiled = flat(Files.readString(Path.of("src/test/java/dev/roster/Snippets.java")));
    List<String> snippets = snippets();
    assertThat(snippets).isNotEmpty();
    assertThat(snippets).allSatisfy(snippet -> assertThat(compiled).contains(snippet));
  }

  private static List<String> snippets() throws IOException {
    List<String> found = new ArrayList<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
        SNIPPET
            .matcher(Files.readString(file))
            .results()
            .map(match -> flat(match.group(1).replaceAll("(?m)^ *\\*", "")))
            .forEach(found::add);
      }
    }
    return found;
  }

  private static String flat(String text) {
    return text.replaceAll("\\s+", " ").strip();
  }
}
