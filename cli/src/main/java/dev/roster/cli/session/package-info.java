/** What every command runs in: the options of all commands, one store, results and progress. */
@NullMarked
package dev.roster.cli.session;

import org.jspecify.annotations.NullMarked;
