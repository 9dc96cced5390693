package dev.roster.micrometer;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A Prometheus server of the machine, with scrapes that a test hands to it: written as blocks
 * before the server starts, so that nothing waits for a scrape.
 */
final class Prometheus implements AutoCloseable {

  private static final Pattern SAMPLE = Pattern.compile("([a-zA-Z_:]+)(\\{.*})? (\\S+)");
  private static final Pattern LISTENING = Pattern.compile("Listening on.*address=(\\S+)");
  private static final String READY = "Server is ready";

  private final Process server;
  private final String address;
  private final HttpClient http = HttpClient.newHttpClient();

  private Prometheus(Process server, String address) {
    this.server = server;
    this.address = address;
  }

  static boolean isInstalled() throws InterruptedException {
    try {
      Process version = new ProcessBuilder("prometheus", "--version").start();
      Process tool = new ProcessBuilder("promtool", "--version").start();
      return version.waitFor() == 0 && tool.waitFor() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  /**
   * Starts a server.
   *
   * @param directory an empty directory
   * @param scrapes when each was made, and its text
   */
  static Prometheus start(Path directory, Map<Instant, String> scrapes)
      throws IOException, InterruptedException {
    Path config = Files.writeString(directory.resolve("prometheus.yml"), "scrape_configs: []\n");
    Path data = writeBlocks(directory, scrapes);
    Process server =
        new ProcessBuilder(
                "prometheus",
                "--config.file=" + config,
                "--storage.tsdb.path=" + data,
                "--web.listen-address=127.0.0.1:0")
            .redirectErrorStream(true)
            .start();
    return new Prometheus(server, readAddress(server));
  }

  private static Path writeBlocks(Path directory, Map<Instant, String> scrapes)
      throws IOException, InterruptedException {
    Path text = Files.writeString(directory.resolve("scrapes.txt"), openMetrics(scrapes));
    Path data = directory.resolve("data");
    Process tool =
        new ProcessBuilder(
                "promtool",
                "tsdb",
                "create-blocks-from",
                "openmetrics",
                text.toString(),
                data.toString())
            .redirectErrorStream(true)
            .start();
    String said = new String(tool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (tool.waitFor() != 0) {
      throw new IOException("promtool failed: " + said);
    }
    return data;
  }

  /** All samples of a meter stand together, the earlier ones first. */
  private static String openMetrics(Map<Instant, String> scrapes) {
    Map<String, StringBuilder> meters = new TreeMap<>();
    new TreeMap<>(scrapes)
        .forEach((at, text) -> text.lines().forEach(line -> add(line, at, meters)));
    StringBuilder all = new StringBuilder();
    meters.values().forEach(all::append);
    return all.append("# EOF\n").toString();
  }

  private static void add(String line, Instant at, Map<String, StringBuilder> meters) {
    Matcher sample = SAMPLE.matcher(line);
    if (sample.matches()) {
      meters
          .computeIfAbsent(sample.group(1), name -> new StringBuilder())
          .append(line)
          .append(' ')
          .append(at.getEpochSecond())
          .append('\n');
    }
  }

  private static String readAddress(Process server) throws IOException {
    BufferedReader log = server.inputReader(StandardCharsets.UTF_8);
    StringBuilder said = new StringBuilder();
    String address = "";
    for (String line = log.readLine(); line != null; line = log.readLine()) {
      said.append(line).append('\n');
      Matcher listening = LISTENING.matcher(line);
      address = listening.find() ? listening.group(1) : address;
      if (line.contains(READY) && !address.isEmpty()) {
        return address;
      }
    }
    throw new IOException("prometheus ended: " + said);
  }

  /** The values of all series that a query results in, at a time. */
  List<Double> query(String query, Instant at) throws IOException, InterruptedException {
    URI uri =
        URI.create(
            "http://%s/api/v1/query?time=%d&query=%s"
                .formatted(
                    address,
                    at.getEpochSecond(),
                    URLEncoder.encode(query, StandardCharsets.UTF_8)));
    HttpResponse<String> response =
        http.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    JsonNode result = JsonMapper.shared().readTree(response.body());
    if (!result.path("status").asString().equals("success")) {
      throw new IOException(query + " failed: " + response.body());
    }
    return result
        .path("data")
        .path("result")
        .valueStream()
        .map(series -> Double.valueOf(series.path("value").path(1).asString()))
        .toList();
  }

  @Override
  public void close() {
    server.destroy();
  }
}
