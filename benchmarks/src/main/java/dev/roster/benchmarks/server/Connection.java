package dev.roster.benchmarks.server;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;

/** One connection; it has at most one response under way. */
final class Connection {

  private final SocketChannel channel;
  private final SelectionKey key;
  private final RequestBuffer requests = new RequestBuffer();
  private ByteBuffer unsent = ByteBuffer.allocate(0);

  Connection(SocketChannel channel, SelectionKey key) {
    this.channel = channel;
    this.key = key;
  }

  RequestBuffer requests() {
    return requests;
  }

  boolean read() throws IOException {
    return requests.readFrom(channel);
  }

  /** Sends a response, as much of it as the socket takes now. */
  void send(byte[] response) throws IOException {
    unsent = ByteBuffer.wrap(response);
    sendRest();
  }

  void sendRest() throws IOException {
    channel.write(unsent);
    key.interestOps(unsent.hasRemaining() ? SelectionKey.OP_WRITE : SelectionKey.OP_READ);
  }

  void close() throws IOException {
    channel.close();
  }
}
