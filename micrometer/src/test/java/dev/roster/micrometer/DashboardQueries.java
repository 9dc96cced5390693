package dev.roster.micrometer;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The queries of the dashboard. */
final class DashboardQueries {

  private static final String DASHBOARD = "/dev/roster/micrometer/grafana-dashboard.json";

  private DashboardQueries() {}

  /** The title of the panel and the letter of its query, and the query. */
  static Map<String, String> all() {
    Map<String, String> queries = new LinkedHashMap<>();
    for (JsonNode panel : read().get("panels")) {
      for (JsonNode target : panel.path("targets")) {
        queries.put(
            panel.get("title").asString() + " " + target.get("refId").asString(),
            target.get("expr").asString());
      }
    }
    return queries;
  }

  private static JsonNode read() {
    try (InputStream json = DashboardQueries.class.getResourceAsStream(DASHBOARD)) {
      return JsonMapper.shared().readTree(Objects.requireNonNull(json, DASHBOARD));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  /** With what a person chooses at the top of the dashboard: everything. */
  static String filledIn(String query) {
    return query
        .replace("$provider", ".*")
        .replace("$client", ".*")
        .replace("$__rate_interval", "5m");
  }
}
