package dev.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Listings whose consumers are slow hold one page each, and no thread. */
@Timeout(300)
class ManyListingsTest {

  /** On JDK 17 and 25 the program ran with 32 MB and not with 24; the rest is for other JVMs. */
  private static final String MEMORY = "-Xmx48m";

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

  private static String classPath() {
    return System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
  }
}
