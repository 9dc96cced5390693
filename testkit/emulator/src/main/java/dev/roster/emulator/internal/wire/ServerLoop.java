package dev.roster.emulator.internal.wire;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one thread that reads and writes for all connections. Only complete requests leave it, so
 * that no client can keep a thread by sending, or taking, slowly.
 */
final class ServerLoop implements Runnable {

  private static final int BUFFER = 16 * 1024;
  private static final int BACKLOG = 1024;
  private static final long SWEEP_NANOS = 1_000_000_000L;
  private static final long SWEEP_MILLIS = 1000;
  private static final long TRICKLE_MILLIS = 20;

  private final ServerSocketChannel listener;
  private final Selector selector;
  private final BiConsumer<Request, Consumer<Response>> handler;
  private final LongSupplier nanoTime;
  private final Connections connections = new Connections();
  private final Set<Connection> trickling = new HashSet<>();
  private final Queue<Finished> finished = new ConcurrentLinkedQueue<>();
  private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER);
  private volatile boolean stopping;
  private long swept;

  /** A response that is ready, and who waits for it. */
  private record Finished(Connection connection, Response response) {}

  /**
   * Listens; nothing is handled before it runs.
   *
   * @param handler is given each request and where its response goes; must not block
   */
  ServerLoop(
      InetSocketAddress address,
      BiConsumer<Request, Consumer<Response>> handler,
      LongSupplier nanoTime)
      throws IOException {
    this.handler = handler;
    this.nanoTime = nanoTime;
    this.swept = nanoTime.getAsLong();
    this.selector = Selector.open();
    this.listener = ServerSocketChannel.open();
    try {
      listener.bind(address, BACKLOG);
      listener.configureBlocking(false);
      listener.register(selector, SelectionKey.OP_ACCEPT);
    } catch (IOException | RuntimeException unable) {
      listener.close();
      selector.close();
      throw unable;
    }
  }

  int port() {
    return listener.socket().getLocalPort();
  }

  /** Has the loop write the responses that are ready, close all connections and end. */
  void stop() {
    stopping = true;
    selector.wakeup();
  }

  @Override
  public void run() {
    try {
      while (!stopping) {
        selector.select(trickling.isEmpty() ? SWEEP_MILLIS : TRICKLE_MILLIS);
        turn(nanoTime.getAsLong());
      }
      writeFinished(nanoTime.getAsLong());
    } catch (IOException | ClosedSelectorException broken) {
      throw new IllegalStateException("the emulator cannot go on listening", broken);
    } finally {
      end();
    }
  }

  private void turn(long now) {
    for (SelectionKey key : selector.selectedKeys()) {
      if (key.isValid()) {
        serve(key, now);
      }
    }
    selector.selectedKeys().clear();
    writeFinished(now);
    trickling.removeIf(each -> !each.isTrickling());
    trickling.forEach(each -> guarded(each, now, () -> each.trickle(now)));
    if (now - swept > SWEEP_NANOS) {
      swept = now;
      connections.sweep(now);
    }
  }

  private void serve(SelectionKey key, long now) {
    if (key.attachment() instanceof Connection connection) {
      guarded(connection, now, () -> transfer(connection, key, now));
    } else {
      accept(now);
    }
  }

  private void accept(long now) {
    SocketChannel channel = accepted();
    if (channel != null) {
      try {
        channel.configureBlocking(false);
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        SelectionKey key = channel.register(selector, SelectionKey.OP_READ);
        Connection connection = new Connection(channel, key, now);
        key.attach(connection);
        connections.add(connection, now);
      } catch (IOException gone) {
        discard(channel);
      }
    }
  }

  private @Nullable SocketChannel accepted() {
    try {
      return listener.accept();
    } catch (IOException tooMany) {
      // The machine has no room for it; it waits in the listener's queue.
      return null;
    }
  }

  private static void discard(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // The client ended it first, which is as good.
    }
  }

  private void transfer(Connection connection, SelectionKey key, long now) throws IOException {
    if (key.isWritable()) {
      connection.flush(now);
      goOn(connection, connection.readFollowing(now));
    } else {
      goOn(connection, connection.read(buffer, now));
    }
  }

  private void goOn(Connection connection, Optional<Request> request) {
    request.ifPresent(
        complete ->
            handler.accept(
                complete,
                response -> {
                  finished.add(new Finished(connection, response));
                  selector.wakeup();
                }));
  }

  private void writeFinished(long now) {
    for (Finished next = finished.poll(); next != null; next = finished.poll()) {
      Connection connection = next.connection;
      Response response = next.response;
      guarded(connection, now, () -> send(connection, response, now));
      if (connection.isTrickling()) {
        trickling.add(connection);
      }
    }
  }

  private void send(Connection connection, Response response, long now) throws IOException {
    connection.send(response, now);
    goOn(connection, connection.readFollowing(now));
  }

  /** Whatever goes wrong with one connection ends that one. */
  private void guarded(Connection connection, long now, Transfer transfer) {
    try {
      transfer.run();
      connections.heardOf(connection, now);
    } catch (IOException | RuntimeException broken) {
      connection.close();
      connections.sweep(now);
    }
  }

  private void end() {
    connections.closeAll();
    try {
      listener.close();
      selector.close();
    } catch (IOException alreadyClosed) {
      // Nothing is left that could be closed.
    }
  }

  /** Something that is done with a connection. */
  @FunctionalInterface
  private interface Transfer {
    void run() throws IOException;
  }
}
