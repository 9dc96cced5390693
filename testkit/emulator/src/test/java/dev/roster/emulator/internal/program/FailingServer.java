package dev.roster.emulator.internal.program;

import dev.roster.emulator.internal.wire.Server;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;

/** Sends one request to a server of the emulator that has a defect. */
final class FailingServer {

  private FailingServer() {}

  /**
   * Runs it.
   *
   * @param arguments none
   * @throws Exception if the request fails
   */
  public static void main(String[] arguments) throws Exception {
    Server server =
        new Server(
            "127.0.0.1",
            0,
            1,
            request -> {
              throw new IllegalStateException("a defect of the emulator");
            });
    try {
      URI target = URI.create("http://127.0.0.1:" + server.port() + "/");
      System.out.println(
          HttpClient.newHttpClient()
              .send(HttpRequest.newBuilder(target).build(), BodyHandlers.ofString())
              .statusCode());
    } finally {
      server.stop();
    }
  }
}
