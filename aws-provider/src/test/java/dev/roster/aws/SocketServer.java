package dev.roster.aws;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server of which every byte is chosen: for responses that an HTTP server would not let through,
 * such as half of one, or none. After the last response it holds every request without a response.
 */
public final class SocketServer implements Closeable {

  /** In place of a response: the connection is closed. */
  static final String HANG_UP = "";

  private static final char CUT = '\u0001';
  private static final char ENDLESS = '\u0002';

  private static final Pattern LENGTH =
      Pattern.compile("content-length: *([0-9]+)", Pattern.CASE_INSENSITIVE);

  private final ServerSocket listener;
  private final Queue<String> responses;
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final List<Socket> connections = new CopyOnWriteArrayList<>();
  private final CountDownLatch held = new CountDownLatch(1);
  private final CountDownLatch closed = new CountDownLatch(1);

  public SocketServer(String... responses) throws IOException {
    this.listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    this.responses = new ConcurrentLinkedQueue<>(List.of(responses));
    start(this::accept);
  }

  /** A complete response with a body of JSON, over a connection that stays open. */
  static String response(int status, String headers, String body) {
    return "HTTP/1.1 %d X\r\nContent-Type: application/x-amz-json-1.1\r\nx-amzn-RequestId: %s\r\n%sContent-Length: %d\r\n\r\n%s"
        .formatted(status, IdentityStoreServer.REQUEST_ID, headers, body.length(), body);
  }

  /** These octets and no more: the connection is closed behind them. */
  static String cut(String octets) {
    return CUT + octets;
  }

  /** These octets, and then letters until the client hangs up. */
  static String endless(String octets) {
    return ENDLESS + octets;
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  /** A driver of this server over one HTTP client of its own. */
  AwsDrivers.Builder driver(HttpClientKind http) {
    return AwsDrivers.builder()
        .identityStoreId(OperationCase.STORE)
        .region("eu-west-1")
        .endpoint(address())
        .credentialsProvider(IdentityStoreServer.CREDENTIALS)
        .httpClientBuilder(http.builder());
  }

  /** The heads of the requests that have come, in order. */
  public List<String> requests() {
    return requests;
  }

  /** Takes more responses, for the requests after those that have theirs. */
  void respondsWith(String... more) {
    responses.addAll(List.of(more));
  }

  /** Returns as soon as a request is held without a complete response. */
  public void awaitHeldRequest() throws InterruptedException {
    held.await();
  }

  /** Returns as soon as a connection has ended. */
  void awaitClosedConnection() throws InterruptedException {
    closed.await();
  }

  @Override
  public void close() throws IOException {
    listener.close();
    for (Socket connection : connections) {
      connection.close();
    }
  }

  private void accept() {
    try {
      while (!listener.isClosed()) {
        Socket connection = listener.accept();
        connections.add(connection);
        start(() -> serve(connection));
      }
    } catch (IOException closed) {
      held.countDown();
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      String response;
      do {
        requests.add(readRequest(connection.getInputStream()));
        response = responses.poll();
        if (response != null) {
          send(response, connection.getOutputStream());
        }
      } while (response != null && !response.isEmpty() && isComplete(response));
      if (response == null || !(response.isEmpty() || response.charAt(0) == CUT)) {
        hold(connection);
      }
    } catch (IOException gone) {
      held.countDown();
    } finally {
      closed.countDown();
    }
  }

  private static void send(String response, OutputStream out) throws IOException {
    boolean marked = !response.isEmpty() && response.charAt(0) <= ENDLESS;
    out.write(response.substring(marked ? 1 : 0).getBytes(StandardCharsets.ISO_8859_1));
    byte[] more = "a".repeat(8192).getBytes(StandardCharsets.ISO_8859_1);
    while (marked && response.charAt(0) == ENDLESS) {
      out.write(more);
    }
  }

  private void hold(Socket connection) throws IOException {
    held.countDown();
    while (connection.getInputStream().read() >= 0) {
      // Whatever else comes is of no interest.
    }
  }

  private static boolean isComplete(String response) {
    if (response.charAt(0) <= ENDLESS) {
      return false;
    }
    int head = response.indexOf("\r\n\r\n") + 4;
    return head > 3 && response.length() - head >= length(response);
  }

  private static String readRequest(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("the client is gone");
      }
      head.write(next);
    }
    String text = head.toString(StandardCharsets.ISO_8859_1);
    in.readNBytes(length(text));
    return text.toLowerCase(Locale.ROOT);
  }

  private static int length(String head) {
    Matcher length = LENGTH.matcher(head);
    return length.find() ? Integer.parseInt(length.group(1)) : 0;
  }

  private static void start(Runnable work) {
    Thread thread = new Thread(work, "socket-server");
    thread.setDaemon(true);
    thread.start();
  }
}
