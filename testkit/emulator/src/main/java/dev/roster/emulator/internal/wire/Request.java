package dev.roster.emulator.internal.wire;

import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A request exactly as it came: nothing decoded, so that signatures can be recomputed. */
public final class Request {

  /** The longest body that is kept. */
  public static final int MAX_BODY_BYTES = RequestBody.MAX_BYTES;

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
  public Request(String method, String target, Map<String, List<String>> headers, byte[] body) {
    this(
        new RequestHead(method, target, headers, true),
        body.clone(),
        false,
        InetAddress.getLoopbackAddress());
  }

  Request(RequestHead head, RequestBody body, InetAddress client) {
    this(head, body.content(), body.isTooLarge(), client);
  }

  private Request(RequestHead head, byte[] body, boolean bodyTooLarge, InetAddress client) {
    int mark = head.target().indexOf('?');
    this.method = head.method();
    this.path = mark < 0 ? head.target() : head.target().substring(0, mark);
    this.query = mark < 0 ? "" : head.target().substring(mark + 1);
    this.headers = Map.copyOf(head.headers());
    this.body = body;
    this.bodyTooLarge = bodyTooLarge;
    this.client = client;
  }

  public String method() {
    return method;
  }

  public String path() {
    return path;
  }

  public String query() {
    return query;
  }

  /** All values of a header, in one as the protocols join them. */
  public Optional<String> header(String lowerCaseName) {
    List<String> values = headers.get(lowerCaseName);
    return values == null ? Optional.empty() : Optional.of(String.join(",", values));
  }

  /** In lower case. */
  public Set<String> headerNames() {
    return headers.keySet();
  }

  /** Not a copy, because a body may be large. */
  public byte[] body() {
    return body;
  }

  /** Whether the body was longer than {@link #MAX_BODY_BYTES}; then it is empty here. */
  public boolean isBodyTooLarge() {
    return bodyTooLarge;
  }

  /** Whether the body says of itself that it is compressed, which neither service takes. */
  public boolean isEncoded() {
    return header("content-encoding").filter(coding -> !coding.equals("identity")).isPresent();
  }

  /** Where the connection comes from. */
  public InetAddress client() {
    return client;
  }

  /** A line for messages; header values, query and body stay out of it. */
  @Override
  public String toString() {
    return method + ' ' + path;
  }
}
