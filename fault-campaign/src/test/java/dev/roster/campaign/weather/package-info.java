@NullMarked
package dev.roster.campaign.weather;

import org.jspecify.annotations.NullMarked;
