package dev.roster.emulator;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A request exactly as it came: nothing decoded, so that signatures can be recomputed. */
final class WireRequest {

  private final String method;
  private final String path;
  private final String query;
  private final Map<String, List<String>> headers;
  private final byte[] body;
  private final boolean bodyTooLarge;
  private final InetAddress client;

  /**
   * Takes a request of this machine apart.
   *
   * @param target path and query as they stand in the request line
   * @param headers by name in lower case
   */
  WireRequest(String method, String target, Map<String, List<String>> headers, byte[] body) {
    this(
        new HttpHead(method, target, headers, true),
        body.clone(),
        false,
        InetAddress.getLoopbackAddress());
  }

  WireRequest(HttpHead head, HttpBody body, InetAddress client) {
    this(head, body.content(), body.isTooLarge(), client);
  }

  private WireRequest(HttpHead head, byte[] body, boolean bodyTooLarge, InetAddress client) {
    int mark = head.target().indexOf('?');
    this.method = head.method();
    this.path = mark < 0 ? head.target() : head.target().substring(0, mark);
    this.query = mark < 0 ? "" : head.target().substring(mark + 1);
    this.headers = Map.copyOf(head.headers());
    this.body = body;
    this.bodyTooLarge = bodyTooLarge;
    this.client = client;
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  String query() {
    return query;
  }

  /** All values of a header, in one as the protocols join them. */
  Optional<String> header(String lowerCaseName) {
    List<String> values = headers.get(lowerCaseName);
    return values == null ? Optional.empty() : Optional.of(String.join(",", values));
  }

  /** In lower case. */
  Set<String> headerNames() {
    return headers.keySet();
  }

  /** Not a copy, because a body may be large. */
  byte[] body() {
    return body;
  }

  /** Whether the body was longer than {@link HttpBody#MAX_BYTES}; then it is empty here. */
  boolean isBodyTooLarge() {
    return bodyTooLarge;
  }

  /** Whether the body says of itself that it is compressed, which neither service takes. */
  boolean isEncoded() {
    return header("content-encoding").filter(coding -> !coding.equals("identity")).isPresent();
  }

  /** Where the connection comes from. */
  InetAddress client() {
    return client;
  }

  /** A line for messages; header values, query and body stay out of it. */
  @Override
  public String toString() {
    return method + ' ' + path;
  }
}
