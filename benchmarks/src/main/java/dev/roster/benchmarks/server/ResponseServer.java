package dev.roster.benchmarks.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.concurrent.TimeUnit;

/**
 * A server on loopback with one thread, which does so little for a request that it measures the
 * client and not itself.
 */
public final class ResponseServer implements AutoCloseable {

  private static final int BACKLOG = 256;

  private final Service service = new Service();
  private final Queue<DelayedResponse> delayed =
      new PriorityQueue<>(Comparator.comparingLong(DelayedResponse::due));
  private final Selector selector;
  private final ServerSocketChannel listening;

  private record DelayedResponse(long due, Runnable sending) {}

  /** Opens a port that the system picks. */
  public ResponseServer() throws IOException {
    selector = Selector.open();
    listening = ServerSocketChannel.open();
    listening.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), BACKLOG);
    listening.configureBlocking(false);
    listening.register(selector, SelectionKey.OP_ACCEPT);
  }

  /** Where to send requests. */
  public String endpoint() throws IOException {
    InetSocketAddress address = (InetSocketAddress) listening.getLocalAddress();
    return "http://127.0.0.1:" + address.getPort();
  }

  /** Serves until it is closed. */
  public void serve() throws IOException {
    while (listening.isOpen()) {
      selector.select(this::handle, millisToNextResponse());
      sendDueResponses();
    }
    selector.close();
  }

  /** Zero waits for the next request. */
  private long millisToNextResponse() {
    DelayedResponse next = delayed.peek();
    return next == null
        ? 0
        : Math.max(1, TimeUnit.NANOSECONDS.toMillis(next.due() - System.nanoTime()));
  }

  private void sendDueResponses() {
    DelayedResponse next = delayed.peek();
    while (next != null && next.due() <= System.nanoTime()) {
      delayed.remove();
      next.sending().run();
      next = delayed.peek();
    }
  }

  private void handle(SelectionKey key) {
    if (key.isAcceptable()) {
      accept();
    } else if (key.attachment() instanceof Connection connection) {
      exchange(key, connection);
    }
  }

  private void accept() {
    try {
      SocketChannel channel = listening.accept();
      channel.configureBlocking(false);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
      key.attach(new Connection(channel, key));
      service.connected();
    } catch (IOException gone) {
      System.err.println("a client left before it was accepted: " + gone);
    }
  }

  private void exchange(SelectionKey key, Connection connection) {
    try {
      if (key.isWritable()) {
        connection.sendRest();
      } else if (!connection.read()) {
        connection.close();
      } else {
        connection.requests().next().ifPresent(request -> respond(connection, request));
      }
    } catch (IOException broken) {
      close(connection);
    }
  }

  private void respond(Connection connection, Request request) {
    long now = System.nanoTime();
    if (Service.controls(request)) {
      send(connection, service.control(request, now));
      return;
    }
    byte[] response = service.respond(request, now);
    if (service.delayMillis() == 0) {
      send(connection, response);
    } else {
      long due = now + TimeUnit.MILLISECONDS.toNanos(service.delayMillis());
      delayed.add(new DelayedResponse(due, () -> send(connection, response)));
    }
  }

  private static void send(Connection connection, byte[] response) {
    try {
      connection.send(response);
    } catch (IOException broken) {
      close(connection);
    }
  }

  private static void close(Connection connection) {
    try {
      connection.close();
    } catch (IOException closed) {
      System.err.println("a broken connection did not close: " + closed);
    }
  }

  /** Ends {@link #serve()}. */
  @Override
  public void close() throws IOException {
    listening.close();
    selector.wakeup();
  }

  /** Serves until the process is ended; says on its first line where. */
  public static void main(String[] arguments) throws IOException {
    try (ResponseServer server = new ResponseServer()) {
      System.out.println(server.endpoint());
      server.serve();
    }
  }
}
