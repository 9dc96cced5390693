/** A proxy that reads both clouds' protocols and does to each exchange what the weather says. */
@NullMarked
package dev.roster.campaign.proxy;

import org.jspecify.annotations.NullMarked;
