/**
 * Auto-configuration of Roster: its classes are named here so that an application can exclude or
 * order them. What it makes of which property is described in {@link dev.roster.spring}.
 */
@NullMarked
package dev.roster.spring.autoconfigure;

import org.jspecify.annotations.NullMarked;
