/** The client of one run, over a transport that tells the proxy which attempt a request is. */
@NullMarked
package dev.roster.campaign.client;

import org.jspecify.annotations.NullMarked;
