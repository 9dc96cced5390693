package dev.roster.benchmarks.run;

import dev.roster.benchmarks.load.Figures;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** A server in a process of its own. */
final class Server implements AutoCloseable {

  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  private final Process process;
  private final String endpoint;

  private Server(Process process, String endpoint) {
    this.process = process;
    this.endpoint = endpoint;
  }

  static Server start() throws IOException {
    Process process = Workshop.server();
    BufferedReader output = process.inputReader();
    String endpoint = output.readLine();
    if (endpoint == null) {
      throw new IOException("the server did not start: see ResponseServer.log");
    }
    return new Server(process, endpoint);
  }

  String endpoint() {
    return endpoint;
  }

  /** Forgets what was counted, and responds from now on as set. */
  void restart(String settings) throws IOException, InterruptedException {
    control("start?" + settings);
  }

  /** Changes the rate alone. */
  void changeRate(int callsPerSecond) throws IOException, InterruptedException {
    control("rate?rate=" + callsPerSecond);
  }

  Figures counts() throws IOException, InterruptedException {
    return Figures.parse(control("counts"));
  }

  private String control(String command) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(endpoint + "/control/" + command)).build();
    return HTTP.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  @Override
  public void close() {
    process.destroy();
  }
}
