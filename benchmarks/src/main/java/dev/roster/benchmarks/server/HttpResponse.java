package dev.roster.benchmarks.server;

import java.nio.charset.StandardCharsets;

/** Makes the bytes of a response. */
final class HttpResponse {

  private HttpResponse() {}

  /** A response; further header lines each end with CR LF. */
  static byte[] of(String status, String headers, String body) {
    return """
    HTTP/1.1 %s\r
    %sContent-Length: %d\r
    \r
    %s\
    """
        .formatted(status, headers, body.length(), body)
        .getBytes(StandardCharsets.ISO_8859_1);
  }
}
