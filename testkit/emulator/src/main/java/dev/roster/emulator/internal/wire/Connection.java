package dev.roster.emulator.internal.wire;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * One client's connection. Reads one request, waits for its response without reading on, writes it,
 * and reads the next. It belongs to the thread of the {@link ServerLoop}.
 */
final class Connection {

  /** Longer than clients keep a connection for later, so that they never find it just closed. */
  private static final Duration IDLE = Duration.ofMinutes(10);

  /** For one request to arrive, and for a response to be taken. */
  private static final Duration TRANSFER = Duration.ofSeconds(30);

  /** For a client to read a last response before its connection goes. */
  private static final Duration LINGER = Duration.ofSeconds(2);

  private static final byte[] CONTINUE =
      "HTTP/1.1 100 \r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private enum Phase {
    READING,
    HANDLING,
    WRITING,
    LINGERING,
    CLOSED
  }

  private final SocketChannel channel;
  private final SelectionKey key;
  private final InetAddress client;
  private final Deque<ByteBuffer> outgoing = new ArrayDeque<>();
  private ByteBuffer trickling = ByteBuffer.allocate(0);
  private Duration pace = Duration.ZERO;
  private byte[] following = new byte[0];
  private RequestReader reader;
  private Phase phase = Phase.READING;
  private boolean persistent;
  private boolean continued;
  private boolean headOnly;
  private long since;

  Connection(SocketChannel channel, SelectionKey key, long now) throws IOException {
    this.channel = channel;
    this.key = key;
    this.client = ((InetSocketAddress) channel.getRemoteAddress()).getAddress();
    this.reader = new RequestReader(client);
    this.since = now;
  }

  /** Reads what has arrived; the request, once it is complete. */
  Optional<Request> read(ByteBuffer buffer, long now) throws IOException {
    buffer.clear();
    if (channel.read(buffer) < 0) {
      close();
      return Optional.empty();
    }
    return phase == Phase.READING ? take(buffer.flip(), now) : Optional.empty();
  }

  /** Goes on with what came behind the last request. */
  Optional<Request> readFollowing(long now) throws IOException {
    if (phase != Phase.READING || following.length == 0) {
      return Optional.empty();
    }
    ByteBuffer buffer = ByteBuffer.wrap(following);
    following = new byte[0];
    return take(buffer, now);
  }

  private Optional<Request> take(ByteBuffer arrived, long now) throws IOException {
    if (!reader.hasBegun()) {
      since = now;
    }
    try {
      Optional<Request> request = reader.read(arrived);
      if (request.isPresent()) {
        begin(request.get(), arrived);
      } else {
        goOnIfAwaited(now);
      }
      return request;
    } catch (MalformedRequestException refusal) {
      refuse(refusal, now);
      return Optional.empty();
    }
  }

  private void goOnIfAwaited(long now) throws IOException {
    if (reader.awaitsContinue() && !continued) {
      continued = true;
      outgoing.add(ByteBuffer.wrap(CONTINUE));
      flush(now);
    }
  }

  private void begin(Request request, ByteBuffer behind) {
    following = new byte[behind.remaining()];
    behind.get(following);
    phase = Phase.HANDLING;
    headOnly = request.method().equals("HEAD");
    persistent = reader.isPersistent();
    key.interestOps(0);
  }

  /** Responds to what is no request, or no request yet, and ends the connection. */
  void refuse(MalformedRequestException refusal, long now) throws IOException {
    persistent = false;
    send(refusal.response(), now);
  }

  void send(Response response, long now) throws IOException {
    if (phase != Phase.CLOSED && response.isReset()) {
      reset();
    } else if (phase != Phase.CLOSED) {
      write(response, now);
    }
  }

  private void reset() throws IOException {
    channel.setOption(StandardSocketOptions.SO_LINGER, 0);
    close();
  }

  private void write(Response response, long now) throws IOException {
    phase = Phase.WRITING;
    since = now;
    persistent &= response.isWhole();
    reader = new RequestReader(client);
    continued = false;
    outgoing.add(ByteBuffer.wrap(response.head(persistent)));
    if (!headOnly) {
      pace = response.pace();
      send(ByteBuffer.wrap(response.body()));
    }
    flush(now);
  }

  private void send(ByteBuffer body) {
    if (pace.isZero()) {
      outgoing.add(body);
    } else {
      trickling = body;
    }
  }

  boolean isTrickling() {
    return phase == Phase.WRITING && trickling.hasRemaining();
  }

  /** Writes the next byte of a body that comes slowly, once it is time. */
  void trickle(long now) throws IOException {
    if (isTrickling() && outgoing.isEmpty() && now - since >= pace.toNanos()) {
      outgoing.add(ByteBuffer.wrap(new byte[] {trickling.get()}));
      flush(now);
    }
  }

  /** Writes as much as the client takes. */
  void flush(long now) throws IOException {
    while (!outgoing.isEmpty()) {
      ByteBuffer next = outgoing.element();
      since = channel.write(next) > 0 ? now : since;
      if (next.hasRemaining()) {
        key.interestOps(SelectionKey.OP_WRITE);
        return;
      }
      outgoing.remove();
    }
    key.interestOps(SelectionKey.OP_READ);
    if (phase == Phase.WRITING && !trickling.hasRemaining()) {
      written(now);
    }
  }

  private void written(long now) throws IOException {
    since = now;
    headOnly = false;
    phase = persistent ? Phase.READING : Phase.LINGERING;
    if (!persistent) {
      following = new byte[0];
      channel.shutdownOutput();
    }
  }

  /** Whether it waits for the rest of a request. */
  boolean isHalfSent() {
    return phase == Phase.READING && reader.hasBegun();
  }

  /** Whether a response is being made or taken, so that ending it would lose something. */
  boolean isBusy() {
    return phase == Phase.HANDLING || phase == Phase.WRITING;
  }

  /** How many bytes of memory its requests take. */
  int held() {
    return reader.held() + following.length;
  }

  /** Ends it where nothing has happened for longer than its phase allows. */
  void expire(long now) throws IOException {
    Duration still = Duration.ofNanos(now - since);
    if (isHalfSent() && still.compareTo(TRANSFER) > 0) {
      refuse(MalformedRequestException.timedOut(), now);
    } else if (phase != Phase.HANDLING && still.compareTo(patience()) > 0) {
      close();
    }
  }

  private Duration patience() {
    return switch (phase) {
      case READING -> IDLE;
      case LINGERING -> LINGER;
      default -> TRANSFER;
    };
  }

  boolean isClosed() {
    return phase == Phase.CLOSED;
  }

  void close() {
    phase = Phase.CLOSED;
    outgoing.clear();
    following = new byte[0];
    reader = new RequestReader(client);
    key.cancel();
    try {
      channel.close();
    } catch (IOException alreadyGone) {
      // The client ended it first, which is as good.
    }
  }
}
