package dev.roster.emulator;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What goes back over the wire: a status with headers and a body, or a broken connection. */
final class Reply {

  private static final int NO_CONTENT = 204;
  private static final String LENGTH = "Content-Length";

  private final int status;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final byte[] body;
  private final Delivery delivery;
  private final Duration pace;

  /** How much of it arrives. */
  private enum Delivery {
    WHOLE,
    BEGUN,
    RESET
  }

  private Reply(int status, String body, Delivery delivery, Duration pace) {
    this.status = status;
    this.body = body.getBytes(StandardCharsets.UTF_8);
    this.delivery = delivery;
    this.pace = pace;
  }

  static Reply json(int status, ObjectNode body) {
    return text(status, body.toString());
  }

  static Reply text(int status, String body) {
    return new Reply(status, body, Delivery.WHOLE, Duration.ZERO);
  }

  static Reply empty(int status) {
    return text(status, "");
  }

  /** No reply: the connection is reset. */
  static Reply reset() {
    return new Reply(JournalEntry.NO_STATUS, "", Delivery.RESET, Duration.ZERO);
  }

  /**
   * A reply whose body is shorter than its headers say, so that the connection ends in the middle
   * of it.
   *
   * @param pace the time between two bytes
   */
  static Reply unfinished(int status, String begun, Duration pace) {
    Reply reply = new Reply(status, begun, Delivery.BEGUN, pace);
    return reply.header(LENGTH, Integer.toString(reply.body.length + 1));
  }

  int status() {
    return status;
  }

  boolean hasBody() {
    return body.length > 0;
  }

  boolean isReset() {
    return delivery == Delivery.RESET;
  }

  /** Whether the connection can be used again after it. */
  boolean isWhole() {
    return delivery == Delivery.WHOLE;
  }

  /** The time between two bytes of the body; zero where it goes out at once. */
  Duration pace() {
    return pace;
  }

  byte[] body() {
    return body.clone();
  }

  Reply header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** The status line and the headers. */
  byte[] head(boolean persistent) {
    StringBuilder head = new StringBuilder("HTTP/1.1 ").append(status).append(" \r\n");
    headers.forEach((name, value) -> append(head, name, value));
    if (status != NO_CONTENT && !headers.containsKey(LENGTH)) {
      append(head, LENGTH, Integer.toString(body.length));
    }
    if (!persistent) {
      append(head, "Connection", "close");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  private static void append(StringBuilder head, String name, String value) {
    head.append(name).append(": ").append(value).append("\r\n");
  }
}
