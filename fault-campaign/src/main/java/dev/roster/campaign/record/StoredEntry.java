package dev.roster.campaign.record;

import dev.roster.campaign.weather.AttemptKey;
import org.jspecify.annotations.Nullable;

/**
 * A user or group that is in the store, or was.
 *
 * @param id its id
 * @param maker the attempt whose request created it
 * @param value its display name (user) or its description (group), which updates set
 * @param revision how many times it was written, where the service counts that
 */
public record StoredEntry(String id, AttemptKey maker, @Nullable String value, long revision) {

  /** One that was written once. */
  public StoredEntry(String id, AttemptKey maker, @Nullable String value) {
    this(id, maker, value, 1);
  }
}
