package dev.roster.examples.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.roster.RosterClient;
import dev.roster.aws.AwsDrivers;
import dev.roster.cache.CachedLookups;
import dev.roster.conformance.ConformanceHarness;
import dev.roster.emulator.Emulator;
import dev.roster.huawei.HuaweiDrivers;
import dev.roster.memory.MemoryIdentityStore;
import dev.roster.micrometer.RosterObservations;
import dev.roster.spring.RosterConnection;
import dev.roster.spring.test.RosterTest;
import dev.roster.sync.SyncRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** {@code docs/api.txt} is the API of the code, so that a change of the API shows in review. */
class ApiTextTest {

  private static final List<PublishedArtifact> ARTIFACTS =
      List.of(
          new PublishedArtifact("roster-core", RosterClient.class),
          new PublishedArtifact("roster-aws-provider", AwsDrivers.class),
          new PublishedArtifact("roster-huawei-provider", HuaweiDrivers.class),
          new PublishedArtifact("roster-memory", MemoryIdentityStore.class),
          new PublishedArtifact("roster-emulator", Emulator.class),
          new PublishedArtifact("roster-conformance", ConformanceHarness.class),
          new PublishedArtifact("roster-micrometer", RosterObservations.class),
          new PublishedArtifact("roster-cache", CachedLookups.class),
          new PublishedArtifact("roster-sync", SyncRun.class),
          new PublishedArtifact("roster-spring-boot-starter", RosterConnection.class),
          new PublishedArtifact("roster-spring-boot-starter-test", RosterTest.class));

  private static final String WRITE = "api.write";

  private static final String HOW_TO_RENEW =
      """
      docs/api.txt is not the API of the code. If the change is intended, write the file anew:
      mvn -pl examples -am test -Dtest=ApiTextTest -Dsurefire.failIfNoSpecifiedTests=false \
      -Dapi.write=true
      """;

  private static final List<String> HEAD =
      List.of(
          "# The public API: each type and member that other packages can use, by artifact and",
          "# package. ApiTextTest compares it with the compiled classes, and writes it anew with",
          "# -Dapi.write=true. Types of java.lang and of the member's own package are without"
              + " theirs.");

  @Test
  void theTextIsTheApiOfTheCode() throws IOException {
    List<String> lines = new ArrayList<>(HEAD);
    ARTIFACTS.forEach(artifact -> lines.addAll(ApiText.lines(artifact)));
    Path file = Path.of("..", "docs", "api.txt");
    if (Boolean.getBoolean(WRITE)) {
      Files.write(file, lines);
    }
    assertThat(file).as(HOW_TO_RENEW).exists();
    assertThat(String.join("\n", lines)).as(HOW_TO_RENEW).isEqualTo(text(file));
  }

  private static String text(Path file) throws IOException {
    return String.join("\n", Files.readAllLines(file));
  }

  @Test
  void everyArtifactOfTheBomIsInTheText() throws IOException {
    String bom = Files.readString(Path.of("..", "bom", "pom.xml"));
    List<String> managed =
        Pattern.compile("<artifactId>(roster-(?!bom|parent)[a-z-]+)</artifactId>")
            .matcher(bom)
            .results()
            .map(found -> found.group(1))
            .toList();
    assertThat(ARTIFACTS)
        .extracting(PublishedArtifact::name)
        .containsExactlyInAnyOrderElementsOf(managed);
  }

  /** Everything that a line can have. */
  protected interface Sample<T extends Comparable<? super T>> extends Callable<@Nullable T> {

    String NAME = "sample";

    <E extends Exception> Map<String, ? extends @Nullable T> read(List<@Nullable T[]> all, int... n)
        throws E, IOException;

    @Override
    default @Nullable T call() {
      return null;
    }
  }

  @Test
  void aLineHasGenericsNullnessAndWhatIsThrown() {
    assertThat(ApiText.lines(Sample.class))
        .containsExactly(
            "dev.roster.examples.api.ApiTextTest.Sample: protected interface"
                + "<T extends Comparable<? super T>>"
                + " extends java.util.concurrent.Callable<@Nullable T>",
            "dev.roster.examples.api.ApiTextTest.Sample: public static final String NAME",
            "dev.roster.examples.api.ApiTextTest.Sample: public <E extends Exception>"
                + " java.util.Map<String, ? extends @Nullable T>"
                + " read(java.util.List<@Nullable T[]>, int...) throws E, java.io.IOException",
            "dev.roster.examples.api.ApiTextTest.Sample: public default @Nullable T call()");
  }
}
