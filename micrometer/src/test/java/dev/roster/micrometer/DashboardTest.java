package dev.roster.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The dashboard asks for what is there; {@link PrometheusTest} runs its queries. */
class DashboardTest {

  private static final Pattern METER = Pattern.compile("roster_[a-z_]+(?=\\{)");
  private static final Pattern FAMILY =
      Pattern.compile("(?m)^# TYPE (roster_\\w+?)(_seconds)?(_max)? ");
  private static final Pattern LABEL = Pattern.compile("([a-z_]+)=~?\"|by \\(([a-z_, ]+)\\)");

  @Test
  void everyMeterAndLabelOfAQueryIsScraped() {
    String scraped;
    try (ScrapedActivity activity = new ScrapedActivity()) {
      scraped = activity.scrapeAfterCalls();
    }
    Map<String, String> queries = DashboardQueries.all();
    assertThat(queries).hasSizeGreaterThan(10);
    queries.forEach(
        (panel, query) -> {
          assertThat(meters(query)).as(panel).isNotEmpty().allMatch(name -> has(scraped, name));
          assertThat(labels(query)).as(panel).allMatch(label -> scraped.contains(label + "=\""));
        });
  }

  /** But for the attempts under way, of which a call has one at the most. */
  @Test
  void everyMeterOfTheLibraryIsOnTheDashboard() {
    String all = String.join("\n", DashboardQueries.all().values());
    try (ScrapedActivity activity = new ScrapedActivity()) {
      Set<String> families =
          FAMILY
              .matcher(activity.scrapeAfterCalls())
              .results()
              .map(found -> found.group(1))
              .filter(name -> !name.contains("attempt_active"))
              .collect(Collectors.toCollection(TreeSet::new));
      assertThat(families).isNotEmpty().allMatch(all::contains);
    }
  }

  private static boolean has(String scraped, String meter) {
    return scraped.lines().anyMatch(line -> line.startsWith(meter + "{"));
  }

  private static Set<String> meters(String query) {
    return METER.matcher(query).results().map(found -> found.group()).collect(Collectors.toSet());
  }

  private static Set<String> labels(String query) {
    Set<String> labels = new TreeSet<>();
    Matcher matcher = LABEL.matcher(query);
    while (matcher.find()) {
      String list = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
      labels.addAll(Set.of(list.split(", ")));
    }
    return labels;
  }
}
