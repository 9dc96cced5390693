package dev.roster.campaign;

import dev.roster.MembershipId;

/**
 * A membership that is in the store, or was.
 *
 * @param id its id
 * @param maker the attempt whose request made it
 */
record Stored(MembershipId id, AttemptKey maker) {}
