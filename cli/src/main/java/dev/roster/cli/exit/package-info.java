/** How a run ends: exit codes, and what ends a run before its time. */
@NullMarked
package dev.roster.cli.exit;

import org.jspecify.annotations.NullMarked;
