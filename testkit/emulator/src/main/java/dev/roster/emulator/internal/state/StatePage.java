package dev.roster.emulator.internal.state;

import dev.roster.emulator.internal.wire.Request;
import dev.roster.emulator.internal.wire.Response;
import java.io.StringWriter;
import java.util.Optional;

/** Shows what the stores hold to callers on this machine. No part of a protocol: not journalled. */
@FunctionalInterface
public interface StatePage {

  /** The path; no service has one that begins so. */
  String PATH = "/_roster/state";

  /** Shows nothing. */
  StatePage OFF = request -> Optional.empty();

  Optional<Response> respond(Request request);

  static StatePage of(Stores stores) {
    return request ->
        request.method().equals("GET") && request.path().equals(PATH) && isLocal(request)
            ? Optional.of(page(stores))
            : Optional.empty();
  }

  private static Response page(Stores stores) {
    StringWriter text = new StringWriter();
    stores.dump(text);
    return Response.text(200, text.toString()).header("Content-Type", "application/json");
  }

  /** The address of a proxy says nothing about the caller. */
  private static boolean isLocal(Request request) {
    return request.header("x-forwarded-for").isEmpty()
        && request.header("forwarded").isEmpty()
        && request.client().isLoopbackAddress();
  }
}
