/** How results are written: as a table, as JSON, as CSV. */
@NullMarked
package dev.roster.cli.output;

import org.jspecify.annotations.NullMarked;
