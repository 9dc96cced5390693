package dev.roster.micrometer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every query of the dashboard is run by a real Prometheus server, and has a result.
 *
 * <p>Not part of the default build: {@code mvn -Pinstalled-tools -pl micrometer -am verify}.
 */
@Tag("installed-tools")
@Timeout(120)
@TestInstance(Lifecycle.PER_CLASS)
class PrometheusTest {

  private static final int SECONDS_BETWEEN_SCRAPES = 15;

  @TempDir private static Path directory;
  private @Nullable Prometheus server;
  private Instant latest = Instant.now();

  @BeforeAll
  void start() throws IOException, InterruptedException {
    assumeTrue(
        Prometheus.isInstalled(),
        "prometheus is not installed: it comes with the package prometheus");
    Map<Instant, String> scrapes = new LinkedHashMap<>();
    try (ScrapedActivity activity = new ScrapedActivity()) {
      for (int scrape = 0; scrape < 4; scrape++) {
        latest = latest.plusSeconds(scrape == 0 ? -3600 : SECONDS_BETWEEN_SCRAPES);
        scrapes.put(latest, activity.scrapeAfterCalls());
      }
    }
    server = Prometheus.start(directory, scrapes);
  }

  @AfterAll
  void end() {
    if (server != null) {
      server.close();
    }
  }

  static Stream<Map.Entry<String, String>> queries() {
    return DashboardQueries.all().entrySet().stream();
  }

  @ParameterizedTest
  @MethodSource("queries")
  void everyQueryOfTheDashboardHasAResult(Map.Entry<String, String> query)
      throws IOException, InterruptedException {
    Prometheus started = Objects.requireNonNull(server, "not started");
    List<Double> values = started.query(DashboardQueries.filledIn(query.getValue()), latest);
    assertThat(values).as(query.getKey()).isNotEmpty().allMatch(Double::isFinite);
  }

  @ParameterizedTest
  @MethodSource("expected")
  void theNumbersAreThoseOfTheCalls(Map.Entry<String, Double> expected)
      throws IOException, InterruptedException {
    Prometheus started = Objects.requireNonNull(server, "not started");
    assertThat(started.query(expected.getKey(), latest)).containsExactly(expected.getValue());
  }

  /** Four rounds of what {@link ScrapedActivity} does. */
  static Stream<Map.Entry<String, Double>> expected() {
    return Map.of(
        "sum(roster_call_seconds_count{roster_operation=\"ensureMember\"})", 8.0,
        "sum(roster_call_seconds_count{error_type=\"UNAVAILABLE\"})", 4.0,
        "sum(roster_call_seconds_count{roster_settlement=\"settled\"})", 4.0,
        "sum(roster_call_seconds_count{roster_settlement=\"unknown\"})", 4.0,
        "sum(roster_attempt_seconds_count{error_type=\"THROTTLED\"})", 4.0)
        .entrySet()
        .stream();
  }
}
