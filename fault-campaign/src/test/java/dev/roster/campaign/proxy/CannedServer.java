package dev.roster.campaign.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A server that reads each request whole, sends the same octets to all, and closes. */
public final class CannedServer implements AutoCloseable {

  private static final byte[] GO_ON =
      "HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private volatile byte[] octets = new byte[0];

  /** A server that says nothing yet. */
  public CannedServer() throws IOException {
    Thread thread = new Thread(this::accept, "canned-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** From now on it sends these. */
  public void says(byte[] response) {
    octets = response;
  }

  /** Where it listens. */
  public int port() {
    return server.getLocalPort();
  }

  private void accept() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        respond(socket);
      } catch (IOException gone) {
        // Either the server is closed, or this client is gone.
      }
    }
  }

  private void respond(Socket socket) throws IOException {
    WireReader reader = new WireReader(socket.getInputStream());
    WireReader.Head head = reader.head();
    if (head == null) {
      return;
    }
    if (head.header("Expect") != null) {
      socket.getOutputStream().write(GO_ON);
    }
    String unused = reader.body(head);
    socket.getOutputStream().write(octets);
  }

  @Override
  public void close() {
    Sockets.close(server);
  }
}
