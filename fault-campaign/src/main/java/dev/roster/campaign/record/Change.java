package dev.roster.campaign.record;

import dev.roster.campaign.weather.AttemptKey;
import org.jspecify.annotations.Nullable;

/**
 * A change of one thing in the store.
 *
 * @param fromNanos when the store was asked for it, on the campaign's clock
 * @param toNanos when the store had said so; it made the change in between
 * @param by the attempt whose request did it
 * @param after what is there since; null where nothing is
 * @param removed what is there no more; null where the change removes nothing
 * @param <S> what the store holds of a thing
 */
public record Change<S>(
    long fromNanos, long toNanos, AttemptKey by, @Nullable S after, @Nullable S removed) {}
