package dev.roster.examples.proxies;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/**
 * An HTTP proxy that opens tunnels, all of them to one port of this machine, whatever host is asked
 * for. It notes how each was asked for.
 */
final class TunnelProxy implements Closeable {

  private final ServerSocket listener;
  private final int target;
  private final @Nullable String demanded;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();

  private TunnelProxy(int target, @Nullable String demanded) throws IOException {
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.target = target;
    this.demanded = demanded;
    start(this::accept);
  }

  static TunnelProxy to(int target) throws IOException {
    return new TunnelProxy(target, null);
  }

  /** A proxy that opens a tunnel for one user only. */
  static TunnelProxy to(int target, String user, String password) throws IOException {
    byte[] pair = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
    return new TunnelProxy(target, "Basic " + Base64.getEncoder().encodeToString(pair));
  }

  int port() {
    return listener.getLocalPort();
  }

  String address() {
    return "http://127.0.0.1:" + port();
  }

  /** The heads of what it was asked. */
  List<String> requests() {
    return requests;
  }

  private void accept() {
    try {
      while (!listener.isClosed()) {
        Socket client = listener.accept();
        connections.add(client);
        start(() -> serve(client));
      }
    } catch (IOException closed) {
      // The test is over.
    }
  }

  private void serve(Socket client) {
    try (client) {
      String head = head(client.getInputStream());
      while (!isPermitted(head)) {
        requests.add(head);
        respond(
            client,
            "407 Proxy Authentication Required\r\n"
                + "Proxy-Authenticate: Basic realm=\"test\"\r\nContent-Length: 0");
        head = head(client.getInputStream());
      }
      requests.add(head);
      respond(client, "200 Connection established");
      relay(client);
    } catch (IOException gone) {
      // So is the request.
    }
  }

  private boolean isPermitted(String head) {
    return demanded == null || head.contains(demanded);
  }

  private static void respond(Socket client, String head) throws IOException {
    OutputStream out = client.getOutputStream();
    out.write(("HTTP/1.1 " + head + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
    out.flush();
  }

  private void relay(Socket client) throws IOException {
    try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
      start(() -> copy(server, client));
      copy(client, server);
    }
  }

  private static void copy(Socket from, Socket to) {
    try {
      from.getInputStream().transferTo(to.getOutputStream());
      to.shutdownOutput();
    } catch (IOException ended) {
      // One side has closed the tunnel.
    }
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the client is gone");
      }
      head.write(next);
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "tunnel-proxy");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }
}
