/** The {@code roster} program: where it starts. */
@NullMarked
package dev.roster.cli;

import org.jspecify.annotations.NullMarked;
