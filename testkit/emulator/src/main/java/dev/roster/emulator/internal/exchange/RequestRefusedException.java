package dev.roster.emulator.internal.exchange;

import dev.roster.emulator.internal.wire.Response;
import java.util.function.Function;

/** A refusal that only one protocol knows, so that it has its own response. */
public final class RequestRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  // Never sent anywhere: it lives as long as its request.
  private final transient Function<String, Response> response;

  public RequestRefusedException(String message, Function<String, Response> response) {
    super(message);
    this.response = response;
  }

  Response response(String requestId) {
    return response.apply(requestId);
  }
}
