/** The commands that need no membership: local servers, a look at the configuration, completion. */
@NullMarked
package dev.roster.cli.commands.tools;

import org.jspecify.annotations.NullMarked;
