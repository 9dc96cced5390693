/**
 * The fault campaign: calls of the library through a network that loses, cuts, delays, doubles and
 * replaces messages, judged by what is really in the store.
 *
 * <p>{@link dev.roster.campaign.Campaign} is the way in, {@link dev.roster.campaign.Law} what has
 * to hold.
 */
@NullMarked
package dev.roster.campaign;

import org.jspecify.annotations.NullMarked;
