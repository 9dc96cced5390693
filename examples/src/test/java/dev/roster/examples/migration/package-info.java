/** The tasks of the migration pages, with each official SDK and with Roster. */
@NullMarked
package dev.roster.examples.migration;

import org.jspecify.annotations.NullMarked;
