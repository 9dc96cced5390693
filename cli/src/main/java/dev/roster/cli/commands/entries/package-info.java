/** The commands of users and groups. */
@NullMarked
package dev.roster.cli.commands.entries;

import org.jspecify.annotations.NullMarked;
