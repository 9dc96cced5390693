package dev.roster.emulator;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Writes any bytes to a socket, and reads responses strictly. */
final class RawClient implements Closeable {

  private static final int PATIENCE_MILLIS = 60_000;

  private final Socket socket;
  private final InputStream in;

  RawClient(Emulator emulator) throws IOException {
    this.socket = new Socket(emulator.endpoint().getHost(), emulator.endpoint().getPort());
    socket.setSoTimeout(PATIENCE_MILLIS);
    socket.setTcpNoDelay(true);
    this.in = new BufferedInputStream(socket.getInputStream());
  }

  /** A response as it came. */
  record Response(int status, Map<String, String> headers, String body) {

    boolean keepsConnection() {
      return !"close".equals(headers.get("connection"));
    }
  }

  /** A request of which only the body's framing is still to be chosen. */
  static String head(String method, String target, String... headers) {
    List<String> lines = new ArrayList<>();
    lines.add(method + ' ' + target + " HTTP/1.1");
    lines.add("Host: 127.0.0.1");
    lines.addAll(List.of(headers));
    return String.join("\r\n", lines) + "\r\n";
  }

  static String aws(String operation, String body, String... headers) {
    return post("/", body, headers(headers, "X-Amz-Target: AWSIdentityStore." + operation));
  }

  static String post(String target, String body, String... headers) {
    return head("POST", target, headers(headers, "Content-Length: " + body.length()))
        + "\r\n"
        + body;
  }

  private static String[] headers(String[] given, String more) {
    List<String> all = new ArrayList<>(List.of(given));
    all.add(more);
    return all.toArray(String[]::new);
  }

  /** Sends a text of which each character is a byte. */
  RawClient send(String bytes) throws IOException {
    return send(bytes.getBytes(ISO_8859_1));
  }

  RawClient send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
    return this;
  }

  void endSending() throws IOException {
    socket.shutdownOutput();
  }

  /** Reads one response. */
  Response response() throws IOException {
    return response(true);
  }

  /** Reads the response to a HEAD request. */
  Response headOfResponse() throws IOException {
    return response(false);
  }

  private Response response(boolean withBody) throws IOException {
    String line = line();
    if (!line.matches("HTTP/1\\.1 [0-9]{3} [^\\r\\n]*")) {
      throw new IOException("no status line: " + line);
    }
    int status = Integer.parseInt(line.substring(9, 12));
    Map<String, String> headers = new TreeMap<>();
    for (String next = line(); !next.isEmpty(); next = line()) {
      String[] parts = next.split(": ", 2);
      headers.put(parts[0].toLowerCase(Locale.ROOT), parts[1]);
    }
    int length = withBody ? Integer.parseInt(headers.getOrDefault("content-length", "0")) : 0;
    byte[] body = in.readNBytes(length);
    if (body.length < length) {
      throw new EOFException("the body ended early");
    }
    return new Response(status, headers, new String(body, UTF_8));
  }

  /** Reads responses until the other side ends the connection. */
  List<Response> responses() throws IOException {
    List<Response> all = new ArrayList<>();
    while (!hasEnded()) {
      all.add(response());
    }
    return all;
  }

  /** Whether the other side has ended the connection; waits for a byte or the end. */
  boolean hasEnded() throws IOException {
    in.mark(1);
    try {
      if (in.read() < 0) {
        return true;
      }
      in.reset();
      return false;
    } catch (SocketException reset) {
      return true;
    }
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the connection ended in a line: " + line);
      }
      line.append((char) next);
    }
    return line.substring(0, line.length() - 1);
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
