package dev.roster.examples.lines;

import dev.roster.spi.AttemptContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** One request and its response, over a connection of their own. Thread-safe. */
final class LineExchange {

  /** The longest response is a page of a hundred entries with long names. */
  private static final int LONGEST_RESPONSE = 1024 * 1024;

  private final InetSocketAddress service;

  LineExchange(InetSocketAddress service) {
    this.service = service;
  }

  /**
   * Sends a line and reads one.
   *
   * @throws NotSentException if there is surely no connection, so that nothing was sent
   * @throws IOException if the connection ends before a whole line came
   */
  String send(String line, AttemptContext attempt) throws IOException {
    try (Socket socket = new Socket()) {
      // Closing is the one thing that makes a blocked connect or read end.
      attempt.onAbort(() -> close(socket));
      connect(socket, attempt);
      socket.getOutputStream().write((line + '\n').getBytes(StandardCharsets.UTF_8));
      return readLine(socket.getInputStream());
    }
  }

  /** Resolves the name at every connection, because addresses change while a client lives. */
  private void connect(Socket socket, AttemptContext attempt) throws NotSentException {
    try {
      int atMost = (int) Math.min(Integer.MAX_VALUE, Math.max(1, attempt.timeLeft().toMillis()));
      socket.connect(new InetSocketAddress(service.getHostString(), service.getPort()), atMost);
    } catch (IOException refused) {
      throw new NotSentException(refused);
    }
  }

  /** A line without its end is a response that was cut off, and means nothing. */
  private static String readLine(InputStream stream) throws IOException {
    byte[] response = stream.readNBytes(LONGEST_RESPONSE);
    if (response.length == 0) {
      throw new IOException("the service closed the connection without a response");
    }
    if (response[response.length - 1] != '\n') {
      throw new UnreadableResponseException("the response has no end");
    }
    return new String(response, 0, response.length - 1, StandardCharsets.UTF_8);
  }

  private static void close(Socket socket) {
    try {
      socket.close();
    } catch (IOException alreadyGone) {
      // Whoever aborts has no use for it, and the attempt's own thread sees its connection end.
      return;
    }
  }
}
