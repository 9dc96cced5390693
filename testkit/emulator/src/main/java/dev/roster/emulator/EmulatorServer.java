package dev.roster.emulator;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.common.ConsoleNotifier;
import com.github.tomakehurst.wiremock.common.FatalStartupException;
import com.github.tomakehurst.wiremock.core.Options.ChunkedEncodingPolicy;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import java.io.IOException;
import java.io.UncheckedIOException;

/** The HTTP server under an emulator. */
final class EmulatorServer {

  private static final int OWN_THREADS = 16;

  private final WireMockServer server;
  private final int port;

  /**
   * Starts a server.
   *
   * @param port 0 for one of the system's choice
   * @throws UncheckedIOException if the address cannot be listened on
   */
  EmulatorServer(String host, int port, EmulatorFilter filter) {
    this.server = new WireMockServer(options(host, port, filter));
    try {
      server.start();
      this.port = server.port();
    } catch (FatalStartupException unable) {
      throw new UncheckedIOException(
          "cannot listen on %s:%d: is the port in use?".formatted(host, port),
          new IOException(unable));
    }
  }

  private static WireMockConfiguration options(String host, int port, EmulatorFilter filter) {
    return WireMockConfiguration.options()
        .bindAddress(host)
        .port(port)
        .containerThreads(Emulator.MAX_PARALLEL_REQUESTS + OWN_THREADS)
        .disableRequestJournal()
        .stubRequestLoggingDisabled(true)
        .notifier(new ConsoleNotifier(false))
        .gzipDisabled(true)
        .http2PlainDisabled(true)
        .useChunkedTransferEncoding(ChunkedEncodingPolicy.NEVER)
        .extensions(filter);
  }

  int port() {
    return port;
  }

  void stop() {
    server.stop();
  }
}
