/**
 * Metrics and traces of calls, through Micrometer.
 *
 * <p>{@link dev.roster.micrometer.RosterObservations} is a listener that makes an observation of
 * each call and one of each of its attempts, from which Micrometer's handlers make timers and
 * spans. {@link dev.roster.micrometer.RosterMeters} adds what only a meter can show: the permitted
 * rate, and the waits for it.
 *
 * <pre>{@code
 * RosterClient client =
 *     RosterClient.builder(uri)
 *         .listener(RosterObservations.of(observationRegistry))
 *         .listener(RosterMeters.of(meterRegistry))
 *         .build();
 * }</pre>
 *
 * <p>No name, key or value has the id of a group, a member or a membership.
 */
@NullMarked
package dev.roster.micrometer;

import org.jspecify.annotations.NullMarked;
