package dev.roster.campaign.proxy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.concurrent.ConcurrentLinkedDeque;

/** The proxy's connections to the service. What goes wrong here is a fault of the campaign. */
public final class Upstream implements AutoCloseable {

  private static final long LONGEST_REST_NANOS = 2_000_000_000L;

  private final int port;
  private final ConcurrentLinkedDeque<Link> resting = new ConcurrentLinkedDeque<>();

  Upstream(int port) {
    this.port = port;
  }

  WireResponse exchange(WireRequest request) throws IOException {
    Link link = link();
    try {
      link.socket.getOutputStream().write(request.bytes());
      WireResponse response = link.reader.response();
      link.restingSince = System.nanoTime();
      resting.push(link);
      return response;
    } catch (IOException broken) {
      link.close();
      throw new IOException("the service broke the connection of the campaign's proxy", broken);
    }
  }

  /** The server behind ends connections that rest for long. */
  private Link link() throws IOException {
    for (Link link = resting.poll(); link != null; link = resting.poll()) {
      if (System.nanoTime() - link.restingSince < LONGEST_REST_NANOS) {
        return link;
      }
      link.close();
    }
    return new Link(port);
  }

  @Override
  public void close() {
    resting.forEach(Link::close);
  }

  private static final class Link {

    private final Socket socket;
    private final WireReader reader;
    private long restingSince;

    Link(int port) throws IOException {
      this.socket = new Socket(InetAddress.getLoopbackAddress(), port);
      socket.setTcpNoDelay(true);
      this.reader = new WireReader(socket.getInputStream());
    }

    /** A reset leaves no port waiting, of which a long campaign would run out. */
    void close() {
      Sockets.reset(socket);
    }
  }
}
