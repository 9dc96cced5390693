/** Runs, many at the same time: opened, called, closed, looked at, and reported. */
@NullMarked
package dev.roster.campaign.run;

import org.jspecify.annotations.NullMarked;
