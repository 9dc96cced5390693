/** What the network is like: which attempt meets which fault, decided by seed alone. */
@NullMarked
package dev.roster.campaign.weather;

import org.jspecify.annotations.NullMarked;
