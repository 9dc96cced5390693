package dev.roster.emulator.internal.wire;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.node.ObjectNode;

/** What goes back over the wire: a status with headers and a body, or a broken connection. */
public final class Response {

  /** Stands for the status where there is no response. */
  static final int NO_STATUS = 0;

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

  private Response(int status, String body, Delivery delivery, Duration pace) {
    this.status = status;
    this.body = body.getBytes(StandardCharsets.UTF_8);
    this.delivery = delivery;
    this.pace = pace;
  }

  public static Response json(int status, ObjectNode body) {
    return text(status, body.toString());
  }

  public static Response text(int status, String body) {
    return new Response(status, body, Delivery.WHOLE, Duration.ZERO);
  }

  public static Response empty(int status) {
    return text(status, "");
  }

  /** No response: the connection is reset. */
  public static Response reset() {
    return new Response(NO_STATUS, "", Delivery.RESET, Duration.ZERO);
  }

  /**
   * A response whose body is shorter than its headers say, so that the connection ends in the
   * middle of it.
   *
   * @param pace the time between two bytes
   */
  public static Response unfinished(int status, String begun, Duration pace) {
    Response response = new Response(status, begun, Delivery.BEGUN, pace);
    return response.header(LENGTH, Integer.toString(response.body.length + 1));
  }

  public int status() {
    return status;
  }

  public boolean hasBody() {
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

  public byte[] body() {
    return body.clone();
  }

  public Response header(String name, String value) {
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
