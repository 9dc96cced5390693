package dev.roster.campaign.proxy;

import dev.roster.campaign.weather.AttemptKey;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A request as it came over the wire.
 *
 * @param line the request line
 * @param headers the header lines
 * @param body the body, taken out of its frame
 */
public record WireRequest(String line, List<String> headers, String body) {

  String method() {
    return line.substring(0, line.indexOf(' '));
  }

  String target() {
    return line.substring(line.indexOf(' ') + 1, line.lastIndexOf(' '));
  }

  @Nullable String header(String name) {
    return HeaderLines.value(headers, name);
  }

  @Nullable AttemptKey key() {
    return AttemptKey.parse(header(AttemptKey.HEADER));
  }

  /** The request for the service, in one frame and without what only concerns this connection. */
  byte[] bytes() {
    byte[] content = body.getBytes(StandardCharsets.UTF_8);
    StringBuilder head = new StringBuilder(line).append("\r\n");
    HeaderLines.withoutFrame(headers).forEach(line -> head.append(line).append("\r\n"));
    if (content.length > 0 || !method().equals("GET")) {
      head.append("Content-Length: ").append(content.length).append("\r\n");
    }
    return (head.append("\r\n") + body).getBytes(StandardCharsets.UTF_8);
  }
}
