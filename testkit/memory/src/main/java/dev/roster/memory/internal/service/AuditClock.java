package dev.roster.memory.internal.service;

import dev.roster.AuditDetails;
import dev.roster.memory.MemoryIdentityStore;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Writes down when something is made or changed, to the millisecond as services do. What is made in
 * the same millisecond shares its details, which saves memory in stores that are filled quickly.
 * Thread-safe.
 */
public final class AuditClock {

  private final InstantSource clock;
  private volatile AuditDetails latest = AuditDetails.none();

  public AuditClock(InstantSource clock) {
    this.clock = clock;
  }

  AuditDetails madeNow() {
    Instant now = now();
    AuditDetails shared = latest;
    if (!shared.createdAt().equals(Optional.of(now))) {
      shared = madeAt(now);
      latest = shared;
    }
    return shared;
  }

  private static AuditDetails madeAt(Instant now) {
    return AuditDetails.none()
        .withCreated(now, MemoryIdentityStore.PRINCIPAL)
        .withUpdated(now, MemoryIdentityStore.PRINCIPAL);
  }

  AuditDetails updatedNow(AuditDetails before) {
    return before.withUpdated(now(), MemoryIdentityStore.PRINCIPAL);
  }

  private Instant now() {
    return clock.instant().truncatedTo(ChronoUnit.MILLIS);
  }
}
