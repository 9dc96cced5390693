package dev.roster.emulator;

import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.Request;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A request exactly as it came: nothing decoded, so that signatures can be recomputed. */
final class WireRequest {

  private final String method;
  private final String path;
  private final String query;
  private final Map<String, List<String>> headers;
  private final byte[] body;

  /**
   * Takes a request apart.
   *
   * @param target path and query as they stand in the request line
   * @param headers by name in lower case
   */
  WireRequest(String method, String target, Map<String, List<String>> headers, byte[] body) {
    int mark = target.indexOf('?');
    this.method = method;
    this.path = mark < 0 ? target : target.substring(0, mark);
    this.query = mark < 0 ? "" : target.substring(mark + 1);
    this.headers = Map.copyOf(headers);
    this.body = body.clone();
  }

  static WireRequest of(Request request) {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    for (HttpHeader header : request.getHeaders().all()) {
      headers.put(header.key().toLowerCase(Locale.ROOT), List.copyOf(header.values()));
    }
    byte[] body = request.getBody();
    return new WireRequest(
        request.getMethod().getName(),
        request.getUrl(),
        headers,
        body == null ? new byte[0] : body);
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

  byte[] body() {
    return body.clone();
  }

  /** A line for messages; header values, query and body stay out of it. */
  @Override
  public String toString() {
    return method + ' ' + path;
  }
}
