@NullMarked
package dev.roster.campaign.law;

import org.jspecify.annotations.NullMarked;
