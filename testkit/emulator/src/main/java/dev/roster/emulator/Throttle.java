package dev.roster.emulator;

import dev.roster.memory.Fault;
import dev.roster.memory.MemoryStoreException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/** Refuses what comes faster than one token bucket for all operations together allows. */
final class Throttle {

  private static final String MESSAGE = "Rate exceeded: too many requests, slow down";

  private final TokenBucket bucket;
  private final RetryHint hint;

  Throttle(double ratePerSecond, int burst, RetryHint hint, InstantSource clock) {
    this.bucket = new TokenBucket(ratePerSecond, burst, clock);
    this.hint = hint;
  }

  Optional<Reply> refusal(WireProtocol protocol, String requestId) {
    Duration wait = bucket.take();
    return wait.isZero() ? Optional.empty() : Optional.of(refusal(protocol, requestId, wait));
  }

  private Reply refusal(WireProtocol protocol, String requestId, Duration wait) {
    long seconds = wait.plusSeconds(1).minusNanos(1).toSeconds();
    Fault fault =
        hint.isInBody(protocol.protocol())
            ? Fault.throttle(Duration.ofSeconds(seconds))
            : Fault.throttle();
    Reply reply = protocol.refused(MemoryStoreException.of(fault, MESSAGE), requestId);
    return hint.isInHeader(protocol.protocol())
        ? reply.header("Retry-After", Long.toString(seconds))
        : reply;
  }
}
