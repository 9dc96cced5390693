package dev.roster.campaign.record;

import dev.roster.MembershipId;
import dev.roster.campaign.weather.AttemptKey;

/**
 * A membership that is in the store, or was.
 *
 * @param id its id
 * @param maker the attempt whose request made it
 */
public record Stored(MembershipId id, AttemptKey maker) {}
