package dev.roster.emulator;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
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

  private Reply(int status, String body, @Nullable Fault fault) {
    this.status = status;
    this.body = body;
    this.fault = fault;
  }

  static Reply json(int status, ObjectNode body) {
    return new Reply(status, body.toString(), null);
  }

  static Reply text(int status, String body) {
    return new Reply(status, body, null);
  }

  static Reply empty(int status) {
    return new Reply(status, "", null);
  }

  static Reply broken(Fault fault) {
    return new Reply(JournalEntry.NO_STATUS, "", fault);
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
    return hasBody() ? definition.withBody(body).build() : definition.build();
  }
}
