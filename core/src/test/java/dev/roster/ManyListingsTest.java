package dev.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Listings whose consumers are slow hold one page each, and no thread. */
@Timeout(300)
class ManyListingsTest {

  /**
   * Room for a page and the stack of a virtual thread for each listing at a time; the ten pages
   * that each of them reads do not fit.
   */
  private static final String MEMORY = "-Xmx96m";

  @Test
  void tenThousandListingsWithSlowConsumersReadWhatIsTakenInBoundedMemory()
      throws IOException, InterruptedException {
    Process program =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                MEMORY,
                "-XX:+ExitOnOutOfMemoryError",
                "-cp",
                classPath(),
                ManyListings.class.getName())
            .redirectErrorStream(true)
            .start();
    String printed =
        new String(program.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(program.waitFor()).as(printed).isZero();
    int taken = ManyListings.ROUNDS * ManyListings.ITEMS_OF_A_ROUND;
    int pages = (taken + ManyListings.PAGE - 1) / ManyListings.PAGE;
    assertThat(printed.lines().reduce((first, last) -> last))
        .hasValue(
            "items %d pages %d"
                .formatted(taken * ManyListings.LISTINGS, pages * ManyListings.LISTINGS));
  }

  /** Without a logger: what is measured is the library. */
  private static String classPath() {
    String whole =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    return Stream.of(whole.split(File.pathSeparator))
        .filter(entry -> !entry.contains("logback"))
        .collect(Collectors.joining(File.pathSeparator));
  }
}
