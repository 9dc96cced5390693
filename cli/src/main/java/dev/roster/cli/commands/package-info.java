/** The commands; one class for each. */
@NullMarked
package dev.roster.cli.commands;

import org.jspecify.annotations.NullMarked;
