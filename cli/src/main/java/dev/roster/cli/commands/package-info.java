/** The program, from its arguments to its exit code. */
@NullMarked
package dev.roster.cli.commands;

import org.jspecify.annotations.NullMarked;
