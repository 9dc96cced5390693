/** The commands that report who is where, now or since a snapshot. */
@NullMarked
package dev.roster.cli.commands.reports;

import org.jspecify.annotations.NullMarked;
