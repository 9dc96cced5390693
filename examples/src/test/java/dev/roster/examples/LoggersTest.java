package dev.roster.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Loggers are names that operators configure, so they are documented and do not move with code. */
class LoggersTest {

  private static final Pattern IN_CODE = Pattern.compile("getLogger\\(([^)]+)\\)");

  private static final Pattern IN_GUIDE = Pattern.compile("(?m)^\\| `(dev\\.roster[\\w.]*)` \\|");

  @Test
  void theGuideNamesEveryLoggerOfThePublishedCode() {
    Set<String> named =
        IN_GUIDE
            .matcher(SourceTree.read(SourceTree.TOP.resolve("docs/observing.md")))
            .results()
            .map(match -> "\"" + match.group(1) + "\"")
            .collect(Collectors.toCollection(TreeSet::new));
    assertThat(namesInCode()).isEqualTo(named);
  }

  /** The kit only listens to the logs of others. */
  private static Set<String> namesInCode() {
    return Stream.of(
            "core",
            "aws-provider",
            "huawei-provider",
            "micrometer",
            "testkit/memory",
            "testkit/emulator")
        .flatMap(module -> SourceTree.files(module + "/src/main", ".java").stream())
        .flatMap(file -> IN_CODE.matcher(SourceTree.read(file)).results())
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
