package dev.roster.campaign.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** The service behind the proxy: says the same to every request, and remembers them all. */
final class StubService implements AutoCloseable {

  private final ServerSocket server;
  private final WireResponse response;
  private final List<WireRequest> requests = new CopyOnWriteArrayList<>();

  StubService(WireResponse response) throws IOException {
    this.response = response;
    this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    start(this::accept);
  }

  int port() {
    return server.getLocalPort();
  }

  List<WireRequest> requests() {
    return requests;
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        start(() -> serve(socket));
      } catch (IOException closed) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      WireReader reader = new WireReader(socket.getInputStream());
      for (WireReader.Head head = reader.head(); head != null; head = reader.head()) {
        requests.add(new WireRequest(head.line(), head.headers(), reader.body(head)));
        socket.getOutputStream().write(response.framed(false));
      }
    } catch (IOException gone) {
      // The proxy needs this connection no more.
    }
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "stub-service");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    Sockets.close(server);
  }
}
