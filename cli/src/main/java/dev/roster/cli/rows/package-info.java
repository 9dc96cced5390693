/** The fields of what commands print. */
@NullMarked
package dev.roster.cli.rows;

import org.jspecify.annotations.NullMarked;
