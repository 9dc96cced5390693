@NullMarked
package dev.roster.campaign.record;

import org.jspecify.annotations.NullMarked;
