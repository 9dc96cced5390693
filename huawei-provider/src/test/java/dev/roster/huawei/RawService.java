package dev.roster.huawei;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Responds to each request with the same bytes, be they HTTP or not, and then closes the
 * connection, or holds it open without a word more.
 */
public final class RawService implements AutoCloseable {

  private final ServerSocket socket;
  private final String response;
  private final Thread thread = new Thread(this::serve, "raw-service");
  private final AtomicInteger requests = new AtomicInteger();
  private final boolean stalls;
  private final Queue<Socket> held = new ConcurrentLinkedQueue<>();

  RawService(String response) throws IOException {
    this(response, false);
  }

  private RawService(String response, boolean stalls) throws IOException {
    this.socket = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    this.response = response;
    this.stalls = stalls;
    thread.setDaemon(true);
    thread.start();
  }

  /** A service that says so much and no more, on connections that stay open. */
  public static RawService stalling(String beginning) throws IOException {
    return new RawService(beginning, true);
  }

  public URI endpoint() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  public int requests() {
    return requests.get();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try {
        respond(socket.accept());
      } catch (IOException ended) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(ended);
        }
      }
    }
  }

  private void respond(Socket connection) throws IOException {
    readRequest(connection);
    requests.incrementAndGet();
    connection.getOutputStream().write(response.getBytes(UTF_8));
    connection.getOutputStream().flush();
    if (stalls) {
      held.add(connection);
    } else {
      connection.close();
    }
  }

  private static void readRequest(Socket connection) throws IOException {
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(connection.getInputStream(), US_ASCII));
    int length = 0;
    for (String line = reader.readLine(); line != null && !line.isEmpty(); ) {
      if (line.startsWith("Content-Length: ")) {
        length = Integer.parseInt(line.substring("Content-Length: ".length()));
      }
      line = reader.readLine();
    }
    for (int octet = 0; octet < length; octet++) {
      reader.read();
    }
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket connection : held) {
      connection.close();
    }
  }
}
