package dev.roster.emulator;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What goes back over the wire: a status with headers and a body, or a broken connection. */
final class Reply {

  private final int status;
  private final Map<String, String> headers = new LinkedHashMap<>();
  private final String body;
  private final @Nullable Fault fault;
  private final @Nullable Duration pace;

  private Reply(int status, String body, @Nullable Fault fault, @Nullable Duration pace) {
    this.status = status;
    this.body = body;
    this.fault = fault;
    this.pace = pace;
  }

  static Reply json(int status, ObjectNode body) {
    return new Reply(status, body.toString(), null, null);
  }

  static Reply text(int status, String body) {
    return new Reply(status, body, null, null);
  }

  static Reply empty(int status) {
    return new Reply(status, "", null, null);
  }

  static Reply broken(Fault fault) {
    return new Reply(JournalEntry.NO_STATUS, "", fault, null);
  }

  /**
   * A reply whose body goes out byte by byte and is shorter than its headers say, so that the
   * connection ends in the middle of it.
   *
   * @param pace the time between two bytes
   */
  static Reply unfinished(int status, String begun, Duration pace) {
    return new Reply(status, begun, null, pace)
        .header("Content-Length", Integer.toString(begun.length() + 1));
  }

  int status() {
    return status;
  }

  boolean hasBody() {
    return !body.isEmpty();
  }

  Reply header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  ResponseDefinition definition() {
    if (fault != null) {
      return ResponseDefinitionBuilder.responseDefinition().withFault(fault).build();
    }
    ResponseDefinitionBuilder definition =
        ResponseDefinitionBuilder.responseDefinition().withStatus(status);
    headers.forEach(definition::withHeader);
    if (pace != null) {
      int bytes = body.length();
      definition.withChunkedDribbleDelay(
          bytes, Math.toIntExact(pace.multipliedBy(bytes).toMillis()));
    }
    return hasBody() ? definition.withBody(body).build() : definition.build();
  }
}
