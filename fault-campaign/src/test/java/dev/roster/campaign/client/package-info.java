@NullMarked
package dev.roster.campaign.client;

import org.jspecify.annotations.NullMarked;
