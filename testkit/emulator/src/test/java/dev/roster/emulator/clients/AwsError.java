package dev.roster.emulator.clients;

import dev.roster.memory.Fault;
import dev.roster.memory.FaultKind;
import dev.roster.memory.MemoryIdentityStore;
import org.jspecify.annotations.Nullable;

/** The errors of AWS's service, and how a test brings each about. */
enum AwsError {
  AccessDeniedException(FaultKind.ACCESS_DENIED),
  ConflictException(FaultKind.CONCURRENT_MODIFICATION),
  InternalServerException(FaultKind.SERVER_ERROR),
  ResourceNotFoundException(null),
  ServiceQuotaExceededException(FaultKind.QUOTA_EXCEEDED),
  ThrottlingException(FaultKind.THROTTLED),
  ValidationException(null);

  private static final String MISSING = "d-0000000000";
  private static final String MALFORMED = "not-a-store-id";

  private final @Nullable FaultKind scripted;

  AwsError(@Nullable FaultKind scripted) {
    this.scripted = scripted;
  }

  /** Prepares the store, and says which store id to call with. */
  String prepare(MemoryIdentityStore store) {
    if (scripted != null) {
      store.faults().onAnyOperation().next(Fault.of(scripted));
      return store.identityStoreId().value();
    }
    return this == ValidationException ? MALFORMED : MISSING;
  }
}
