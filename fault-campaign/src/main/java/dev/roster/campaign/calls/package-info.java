/** Actors: what they call, how, and what they have each call judged by. */
@NullMarked
package dev.roster.campaign.calls;

import org.jspecify.annotations.NullMarked;
