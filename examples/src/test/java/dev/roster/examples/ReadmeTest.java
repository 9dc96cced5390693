package dev.roster.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.roster.ErrorCode;
import dev.roster.RosterClient;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the README says is so. */
class ReadmeTest {

  private static final String README = SourceTree.read(SourceTree.TOP.resolve("README.md"));
  private static final String MAIN = "examples/src/main/java/dev/roster/examples/";

  @ParameterizedTest
  @CsvSource({"1, ReadmeSample", "2, NamesSample"})
  void theSamplesAreCompiled(int number, String type) {
    String source = SourceTree.read(SourceTree.TOP.resolve(MAIN + type + ".java"));
    String compiled =
        source.substring(
            source.indexOf("// sample: begin") + "// sample: begin".length(),
            source.indexOf("// sample: end"));
    assertThat(block("java", number)).isEqualTo(compiled.stripIndent().strip());
  }

  @Test
  void theFirstTwoShellBlocksRunTheDemonstrationAndTheTests() {
    assertThat(block("sh", 1)).isEqualTo("mvn -q -Pdemo -pl examples -am package");
    assertThat(block("sh", 2)).isEqualTo("mvn -B verify");
  }

  @ParameterizedTest
  @ValueSource(strings = {"aws", "huawei", "memory"})
  void everyParameterThatAProviderKnowsIsInTheTable(String scheme) {
    String uri = scheme + "://d-1234567890?no-such-parameter=1";
    Throwable refused = catchThrowable(() -> RosterClient.open(uri));
    assertThat(refused).isInstanceOf(IllegalArgumentException.class).hasMessageContaining("known");
    String message = String.valueOf(refused.getMessage());
    String known = message.substring(message.lastIndexOf('[') + 1, message.lastIndexOf(']'));
    for (String parameter : known.split(", ", -1)) {
      assertThat(README).contains("| `%s` |".formatted(parameter));
    }
  }

  @ParameterizedTest
  @EnumSource(ErrorCode.class)
  void everyErrorCodeIsInTheTable(ErrorCode code) {
    assertThat(README).contains("`" + code + "`");
  }

  static Stream<String> linksIntoTheRepository() {
    return Pattern.compile("\\]\\((?!https?:)([^)#]+)")
        .matcher(README)
        .results()
        .map(link -> link.group(1));
  }

  @ParameterizedTest
  @MethodSource("linksIntoTheRepository")
  void everyLinkLeadsSomewhere(String link) {
    assertThat(SourceTree.TOP.resolve(link)).exists();
  }

  private static String block(String language, int number) {
    List<MatchResult> blocks =
        Pattern.compile("```" + language + "\n(.*?)\n```", Pattern.DOTALL)
            .matcher(README)
            .results()
            .toList();
    return blocks.get(number - 1).group(1);
  }
}
