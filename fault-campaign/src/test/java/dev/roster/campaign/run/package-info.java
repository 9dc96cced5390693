@NullMarked
package dev.roster.campaign.run;

import org.jspecify.annotations.NullMarked;
