/** The store of one run of the program: its client, and users and groups by name. */
@NullMarked
package dev.roster.cli.store;

import org.jspecify.annotations.NullMarked;
