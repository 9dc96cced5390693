/** What is known of calls, of requests and of the store, as it happens. */
@NullMarked
package dev.roster.campaign.record;

import org.jspecify.annotations.NullMarked;
