/** The commands that make groups follow a source: plans, approvals, and what guards them. */
@NullMarked
package dev.roster.cli.commands.sync;

import org.jspecify.annotations.NullMarked;
