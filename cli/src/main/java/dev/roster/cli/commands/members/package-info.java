/** The commands of memberships. */
@NullMarked
package dev.roster.cli.commands.members;

import org.jspecify.annotations.NullMarked;
