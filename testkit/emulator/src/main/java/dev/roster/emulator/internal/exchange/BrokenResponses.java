package dev.roster.emulator.internal.exchange;

import dev.roster.emulator.internal.wire.Response;
import dev.roster.memory.FaultKind;
import dev.roster.memory.MemoryStoreException;
import java.time.Duration;
import java.util.Optional;

/**
 * The scripted faults that look the same in every protocol, because nothing of it is a response of
 * the service.
 */
final class BrokenResponses {

  private static final int OK = 200;
  private static final int SERVICE_UNAVAILABLE = 503;
  private static final String BEGUN = "{\"GroupMemberships\":[{\"MembershipId\":\"fa4e";
  private static final int TRICKLED_BYTES = 36_000;
  private static final Duration BETWEEN_TRICKLED_BYTES = Duration.ofMillis(100);

  private BrokenResponses() {}

  static Optional<Response> of(MemoryStoreException refusal) {
    return refusal.fault().flatMap(fault -> of(fault.kind()));
  }

  private static Optional<Response> of(FaultKind kind) {
    return switch (kind) {
      case REQUEST_LOST, RESPONSE_LOST, CONNECTION_REFUSED -> Optional.of(Response.reset());
      case RESPONSE_TRUNCATED -> Optional.of(Response.unfinished(OK, BEGUN, Duration.ZERO));
      case RESPONSE_TRICKLED ->
          Optional.of(Response.unfinished(OK, " ".repeat(TRICKLED_BYTES), BETWEEN_TRICKLED_BYTES));
      case UNAVAILABLE -> Optional.of(Response.text(SERVICE_UNAVAILABLE, "Service Unavailable"));
      case RESPONSE_GARBLED -> Optional.of(Response.text(OK, "<html>this is no JSON</html>"));
      default -> Optional.empty();
    };
  }
}
