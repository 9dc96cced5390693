package dev.roster.huawei;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers each request with the same bytes, be they HTTP or not, and closes the connection. */
final class RawService implements AutoCloseable {

  private final ServerSocket socket;
  private final String reply;
  private final Thread thread = new Thread(this::serve, "raw-service");
  private final AtomicInteger requests = new AtomicInteger();

  RawService(String reply) throws IOException {
    this.socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
    this.reply = reply;
    thread.setDaemon(true);
    thread.start();
  }

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + socket.getLocalPort());
  }

  int requests() {
    return requests.get();
  }

  private void serve() {
    while (!socket.isClosed()) {
      try (Socket connection = socket.accept()) {
        readRequest(connection);
        requests.incrementAndGet();
        connection.getOutputStream().write(reply.getBytes(US_ASCII));
        connection.getOutputStream().flush();
      } catch (IOException ended) {
        if (!socket.isClosed()) {
          throw new UncheckedIOException(ended);
        }
      }
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
  }
}
