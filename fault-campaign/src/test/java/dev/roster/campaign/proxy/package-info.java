@NullMarked
package dev.roster.campaign.proxy;

import org.jspecify.annotations.NullMarked;
