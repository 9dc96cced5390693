package dev.roster.emulator.internal.exchange;

import dev.roster.emulator.Protocol;
import dev.roster.emulator.RetryHint;
import dev.roster.emulator.internal.wire.Response;
import dev.roster.memory.Fault;
import dev.roster.memory.MemoryStoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Refuses what comes faster than one token bucket for all operations together allows. */
public final class Throttle {

  private static final String MESSAGE = "Rate exceeded: too many requests, slow down";

  private final TokenBucket bucket;
  private final RetryHint hint;

  public Throttle(double ratePerSecond, int burst, RetryHint hint, InstantSource clock) {
    this.bucket = new TokenBucket(ratePerSecond, burst, clock);
    this.hint = hint;
  }

  Optional<Response> refusal(CloudProtocol protocol, String requestId) {
    Duration wait = bucket.take();
    return wait.isZero() ? Optional.empty() : Optional.of(refusal(protocol, requestId, wait));
  }

  private Response refusal(CloudProtocol protocol, String requestId, Duration wait) {
    long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
    Fault fault = fault(protocol.protocol(), seconds);
    Response response = protocol.refused(MemoryStoreException.of(fault, MESSAGE), requestId);
    return isInHeader(protocol.protocol())
        ? response.header("Retry-After", Long.toString(seconds))
        : response;
  }

  private Fault fault(Protocol protocol, long seconds) {
    return isInBody(protocol) ? Fault.throttle(Duration.ofSeconds(seconds)) : Fault.throttle();
  }

  private boolean isInBody(Protocol protocol) {
    return protocol == Protocol.AWS && (hint == RetryHint.AS_DOCUMENTED || hint == RetryHint.BODY);
  }

  private boolean isInHeader(Protocol protocol) {
    return hint == RetryHint.HEADER
        || (hint == RetryHint.AS_DOCUMENTED && protocol == Protocol.HUAWEI);
  }
}
