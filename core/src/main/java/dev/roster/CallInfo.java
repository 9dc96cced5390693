package dev.roster;

import java.util.Map;

/**
 * Which call an event belongs to.
 *
 * @param callId the same for every event of one call and different for every other call of the
 *     process
 * @param provider the provider's short name
 * @param identityStoreId the store
 * @param operation the client's method, for example {@code ensureMember}
 * @param correlationIds the ids of {@link CallOptions#correlationIds()}
 */
public record CallInfo(
    long callId,
    String provider,
    IdentityStoreId identityStoreId,
    String operation,
    Map<String, String> correlationIds) {}
