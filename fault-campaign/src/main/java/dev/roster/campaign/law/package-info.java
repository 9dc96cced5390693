/** What has to hold of calls, whatever the network did to them. */
@NullMarked
package dev.roster.campaign.law;

import org.jspecify.annotations.NullMarked;
