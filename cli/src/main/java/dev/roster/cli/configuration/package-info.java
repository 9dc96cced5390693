/** Which store a command is about, and options from the environment. */
@NullMarked
package dev.roster.cli.configuration;

import org.jspecify.annotations.NullMarked;
